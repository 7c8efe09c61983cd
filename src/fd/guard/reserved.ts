import { end } from "../../guard/collected.js";
import { refuse, type Owned } from "../../guard/owned.js";
import type { Position } from "../../guard/position.js";
import { reservedName } from "../messages.js";
import { reportCollected } from "./report.js";
import type { Task } from "./task.js";

/** What a reservation is of: one number, or a batch of them. */
export type ReservationKind = "FileDescriptorReservation" | "ReservationBatch";

/** One reservation, of one number or of a batch: the numbers, and the task they belong to. */
export class Reserved implements Owned {
  live = true;
  readonly made: Position | undefined;
  consumer = "";
  consumed: Position | undefined = undefined;
  value: object | undefined = undefined;
  next: Owned | undefined = undefined;
  registered = false;
  readonly task: Task;
  /** The number, or those of a batch: most are of one, and need no list. */
  readonly fd: number | readonly number[];
  /** Whether its loss was told already: it is told once. */
  reported = false;

  constructor(task: Task, fd: number | readonly number[], made: Position | undefined) {
    this.task = task;
    this.fd = fd;
    this.made = made;
  }

  get kind(): ReservationKind {
    return typeof this.fd === "number" ? "FileDescriptorReservation" : "ReservationBatch";
  }

  get fds(): readonly number[] {
    return typeof this.fd === "number" ? [this.fd] : this.fd;
  }

  get name(): string {
    return reservedName(this.kind, this.fds);
  }

  reportLost(): void {
    this.reported = true;
    reportCollected(this);
  }

  /** @throws MovecheckError when it was consumed, its task has ended, or another task runs. */
  assertUsable(call: string): void {
    if (!this.live) {
      if (this.consumer === TASK_END) this.task.assertRuns(call);
      refuse(this, call);
    }
    this.task.assertCurrent(call, this);
  }

  /** Outlives the job that made it, so its task has to know: most are resolved before. */
  onRegistered(): void {
    this.task.hold(this);
  }

  /** It was installed or dropped: neither the task nor the finalizer has anything to do. */
  resolve(consumer: string, at: Position | undefined): void {
    if (this.registered) this.task.letGo(this);
    end(this, consumer, at);
  }

  /** Its task ended, which gave the numbers back. */
  returnToTable(): void {
    this.resolve(TASK_END, undefined);
  }
}

/** What consumes a reservation that nothing else did. */
const TASK_END = "with_current";
