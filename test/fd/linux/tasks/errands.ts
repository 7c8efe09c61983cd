// What the tests of spawn_task have a task do, by name.
import { openSync } from "node:fs";
import {
  fd_install,
  fget,
  get_unused_fd_flags,
  O_CLOEXEC,
  with_current,
  type TaskMain,
} from "../../../../src/fd/linux/index.js";
import { reserveSlot } from "../../../../src/fd/linux/slots.js";

export interface Errand {
  readonly name:
    | "install"
    | "open"
    | "reserve and return"
    | "reserve and wait"
    | "add"
    | "throw"
    | "exit"
    | "return a function"
    | "echo";
  readonly numbers?: readonly number[];
}

const main: TaskMain<Errand, unknown, unknown> = async ({ name, numbers = [] }, channel) => {
  switch (name) {
    case "install":
      return with_current((current) => {
        using fd = get_unused_fd_flags(current, O_CLOEXEC);
        if (!fd.ok) return fd.code;
        using file = fget(current, numbers[0] ?? -1);
        if (!file.ok) return file.code;
        const number = fd.reserved_fd();
        fd_install(fd, file);
        return number;
      });
    case "open":
      return openSync("/dev/null", "r");
    case "reserve and return":
      return [reserveSlot(), reserveSlot()];
    case "reserve and wait":
      channel.send([reserveSlot(), reserveSlot()]);
      return channel.receive();
    case "add":
      return numbers.reduce((sum, number) => sum + number, 0);
    case "throw":
      throw new RangeError("no such errand");
    case "exit":
      return process.exit(7);
    case "return a function":
      return { answer: [() => 42] };
    case "echo": {
      let count = 0;
      for await (const message of channel) {
        if (message === "stop") break;
        channel.send({ echo: message, count: ++count } as never);
      }
      return count;
    }
  }
};
export default main;
