/**
 * What the Linux backend costs, against bare system calls through the same FFI and against Python; and that nothing is
 * left open after many rounds.
 *
 *     npm run bench:fd:linux                 the full rounds: 1,000,000 cycles and 10,000 transfers
 *     npm run bench:fd:linux -- --slice      a slice of them
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync } from "node:fs";
import { F_DUPFD_CLOEXEC, O_CLOEXEC } from "../src/fd/linux/libc/constants.js";
import {
  fd_install,
  fget,
  get_unused_fd_flags,
  put_unused_fd,
  receive_fds,
  recordPositions,
  send_fds,
  socketpair,
  with_current,
  type ARef,
  type File,
} from "../src/fd/linux/index.js";
import { libc } from "../src/fd/linux/libc/libc.js";
import { installSlot, reserveSlot } from "../src/fd/linux/slots.js";
import type { Ref } from "../src/index.js";
import { readArguments } from "./support/read-arguments.js";

const slice = readArguments({ usage: "tsx bench/fd-linux.ts [--slice]", flags: ["--slice"] }).flags.has("--slice");
const cycles = slice ? 50_000 : 1_000_000;
const transfers = slice ? 1_000 : 10_000;
const perTransfer = 3;
const bytes = Buffer.from("descriptors");

const openCount = (): number => readdirSync("/proc/self/fd").length;

function must<T extends { readonly ok: boolean }>(value: T): Extract<T, { readonly ok: true }> {
  if (!value.ok) throw new Error(JSON.stringify(value));
  return value as Extract<T, { readonly ok: true }>;
}

/** Runs `use`, and fails if the process has another number of open descriptors after it. */
async function balanced(name: string, use: () => Promise<void> | void): Promise<number> {
  const before = openCount();
  const start = performance.now();
  await use();
  const seconds = (performance.now() - start) / 1_000;
  const after = openCount();
  if (after !== before) throw new Error(`${name}: ${before} descriptors were open before, ${after} after`);
  return seconds;
}

/** Nanoseconds a round. */
function nanoseconds(rounds: number, round: () => void): number {
  const start = process.hrtime.bigint();
  for (let done = 0; done < rounds; done++) round();
  return Number(process.hrtime.bigint() - start) / rounds;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

const source = openSync("/dev/null", "r");

recordPositions(false);

// Opened once and for all.
with_current((current) => {
  put_unused_fd(must(get_unused_fd_flags(current, O_CLOEXEC)));
});

function compareWithBareCalls(): void {
  const rounds = slice ? 5_000 : 50_000;
  const calls = libc();
  const bare = (): void => {
    const fd = calls.fcntl(source, F_DUPFD_CLOEXEC, 0);
    calls.dup3(source, fd, O_CLOEXEC);
    calls.close(fd);
  };
  with_current((current) => {
    using file = must(fget(current, source));
    const ours = (): void => {
      const fd = get_unused_fd_flags(current, O_CLOEXEC);
      if (!fd.ok) throw new Error(fd.code);
      const number = fd.reserved_fd();
      fd_install(fd, file.clone());
      calls.close(number);
    };
    const slots = (): void => {
      const fd = reserveSlot();
      installSlot(fd, source, O_CLOEXEC);
      calls.close(fd);
    };
    // In turn, so that a slow moment of the machine falls on all of them.
    const runs = Array.from({ length: 7 }, () => {
      const times = [bare, slots, ours].map((round) => nanoseconds(rounds, round));
      recordPositions(true);
      times.push(nanoseconds(rounds / 10, ours));
      recordPositions(false);
      return times;
    });
    const [bareCalls, backend, api, positions] = [0, 1, 2, 3].map((at) =>
      median(runs.map((times) => times[at] ?? NaN)),
    ) as [number, number, number, number];
    const told = (time: number): string => `${time.toFixed(0)} ns, ratio ${(time / bareCalls).toFixed(2)}`;
    console.log(`reserve + install + close
  bare fcntl + dup3 + close through the same FFI: ${bareCalls.toFixed(0)} ns
  the backend's slots, which also look whether the placeholder is still there: ${told(backend)}
  the API: ${told(api)}
  the API, where positions are recorded: ${told(positions)}`);
  });
}

async function cycle(): Promise<void> {
  const seconds = await balanced("cycles", () => {
    // One task for each thousand, as a program that serves requests has.
    for (let done = 0; done < cycles; done += 1_000) {
      with_current((current) => {
        using file = must(fget(current, source));
        for (let round = 0; round < 1_000; round++) {
          const fd = get_unused_fd_flags(current, O_CLOEXEC);
          if (!fd.ok) throw new Error(fd.code);
          if (round % 2 === 0) {
            put_unused_fd(fd);
          } else {
            const number = fd.reserved_fd();
            fd_install(fd, file.clone());
            libc().close(number);
          }
        }
      });
    }
  });
  console.log(`${cycles} reserve, install or drop cycles: ${seconds.toFixed(1)} s, no descriptor more or less open`);
}

async function transfer(): Promise<void> {
  const pair = must(socketpair());
  const seconds = await balanced("transfers", async () => {
    await with_current(async (current) => {
      using file = must(fget(current, source));
      for (let done = 0; done < transfers; done++) {
        must(
          await send_fds(
            pair.left,
            Array.from({ length: perTransfer }, (): Ref<ARef<File>> => file),
            bytes,
          ),
        );
        must(await receive_fds(pair.right, perTransfer)).fds.forEach((fd) => libc().close(fd));
      }
    });
  });
  closeSync(pair.left);
  closeSync(pair.right);
  console.log(
    `${transfers} transfers of ${perTransfer} descriptors within one process: ${seconds.toFixed(1)} s, no descriptor more or less open`,
  );
}

const pythonSends = `
import socket, sys
peer = socket.socket(fileno=3)
file = open("/dev/null")
for _ in range(int(sys.argv[1])):
    socket.send_fds(peer, [b"descriptors"], [file.fileno()] * ${perTransfer})
`;

const pythonReceives = `
import os, socket, sys, time
peer = socket.socket(fileno=3)
start = None
for _ in range(int(sys.argv[1])):
    data, fds, flags, address = socket.recv_fds(peer, 65536, ${perTransfer})
    start = start or time.perf_counter()
    assert len(fds) == ${perTransfer} and not flags & socket.MSG_CTRUNC
    for fd in fds:
        os.close(fd)
print(time.perf_counter() - start)
`;

async function compareWithPython(): Promise<void> {
  if (spawnSync("python3", ["-c", "import socket; socket.recv_fds"]).status !== 0) {
    console.log("skipped: the comparison with Python needs python3 with socket.recv_fds");
    return;
  }
  const rounds = slice ? 5_000 : 50_000;
  const ours: number[] = [];
  const python: number[] = [];
  // In turn, so that both have the same machine.
  for (let run = 0; run < 5; run++) {
    {
      const pair = must(socketpair());
      const sender = spawn("python3", ["-c", pythonSends, String(rounds)], {
        stdio: ["ignore", "inherit", "inherit", pair.right],
      });
      closeSync(pair.right);
      let start = 0;
      for (let done = 0; done < rounds; done++) {
        const received = must(await receive_fds(pair.left, perTransfer));
        if (done === 0) start = performance.now();
        received.fds.forEach((fd) => libc().close(fd));
      }
      ours.push(rounds / ((performance.now() - start) / 1_000));
      closeSync(pair.left);
      if (sender.exitCode === null) await once(sender, "exit");
    }
    {
      const pair = must(socketpair());
      const sender = spawn("python3", ["-c", pythonSends, String(rounds)], {
        stdio: ["ignore", "inherit", "inherit", pair.right],
      });
      const receiver = spawn("python3", ["-c", pythonReceives, String(rounds)], {
        stdio: ["ignore", "pipe", "inherit", pair.left],
      });
      closeSync(pair.right);
      closeSync(pair.left);
      let output = "";
      receiver.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
      await once(receiver, "close");
      if (sender.exitCode === null) await once(sender, "exit");
      python.push(rounds / Number(output));
    }
  }
  console.log(
    `transfers of ${perTransfer} descriptors per second, from the same Python sender: receive_fds ${median(ours).toFixed(0)}, Python's recv_fds ${median(python).toFixed(0)}; ratio ${(median(ours) / median(python)).toFixed(2)}`,
  );
}

compareWithBareCalls();
await cycle();
await transfer();
await compareWithPython();
closeSync(source);
