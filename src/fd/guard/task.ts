import { settle } from "../../guard/collected.js";
import type { Once } from "../../types/once.js";
import { otherTask, taskEnded, taskName } from "../messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import type { DescriptorBackend } from "./descriptor-backend.js";
import { reportNotReturned, reportTaskEnd } from "./report.js";
import type { Position } from "../../guard/position.js";
import type { Reserved } from "./reserved.js";

let lastId = 0;
/** The task whose callback is on the stack. After an `await` nobody can say, and it is null. */
let running: Task | null = null;

/**
 * One call of `with_current`: an id, the table it works on, and what it holds.
 *
 * Source: the parts of the kernel's `task_struct` that a reservation depends on.
 */
export class Task {
  readonly id = ++lastId;
  readonly made: Position | undefined;
  /** Of what it reserved in this job, only what was looked at already; see `reserved`. */
  readonly #reserved = new Set<Reserved>();
  backend_: DescriptorBackend;
  ended = false;

  constructor(backend: DescriptorBackend, made: Position | undefined) {
    this.backend_ = backend;
    this.made = made;
  }

  get backend(): DescriptorBackend {
    return this.backend_;
  }

  get name(): string {
    return taskName(this.id, this.made?.toString());
  }

  /** What is reserved and not yet installed or dropped, in the order reserved. */
  get reserved(): readonly Reserved[] {
    settle();
    return [...this.#reserved];
  }

  /** @throws MovecheckError ERR_MOVECHECK_TASK_ENDED after its `with_current` ended. */
  assertRuns(call: string): void {
    if (this.ended) {
      throw new MovecheckError("ERR_MOVECHECK_TASK_ENDED", taskEnded(call, this.name), { made: this.made?.toString() });
    }
  }

  /** @throws MovecheckError ERR_MOVECHECK_OTHER_TASK when another task's callback is what runs now. */
  assertCurrent(call: string, reserved: Reserved): void {
    if (running !== null && running !== this) {
      const made = reserved.made?.toString();
      throw new MovecheckError(
        "ERR_MOVECHECK_OTHER_TASK",
        otherTask(call, reserved.name, this.name, running.name, made),
        { made },
      );
    }
  }

  hold(reserved: Reserved): void {
    this.#reserved.add(reserved);
  }

  /** A reservation was installed or dropped. */
  letGo(reserved: Reserved): void {
    this.#reserved.delete(reserved);
  }

  /** Works on another table from now on; only with nothing reserved. */
  adopt(backend: DescriptorBackend): void {
    this.backend_ = backend;
  }

  /** Ends the task: what is still reserved goes back to the table, and is reported. */
  end(): void {
    this.ended = true;
    const left = this.reserved;
    for (const reserved of left) {
      reserved.returnToTable();
      if (!this.backend_.closed) this.#giveBack(reserved);
    }
    reportTaskEnd(
      this.name,
      left.filter((reserved) => !reserved.reported),
    );
  }

  /** One that was freed behind the guard's back must not keep the others from being returned. */
  #giveBack(reserved: Reserved): void {
    for (const fd of reserved.fds) {
      try {
        this.backend_.put_unused_fd(fd);
      } catch (error) {
        reportNotReturned(reserved, error);
      }
    }
  }
}

/** Runs `callback` with a task on the stack. */
export function runAs<R>(task: Task, callback: Once<() => R>): R {
  const before = running;
  running = task;
  try {
    return callback();
  } finally {
    running = before;
  }
}
