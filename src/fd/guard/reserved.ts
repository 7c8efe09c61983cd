import { reservedName } from "../messages.js";
import { reportCollected } from "./leak.js";
import { Owned } from "./owned.js";
import type { Position } from "./position.js";
import type { Task } from "./task.js";

/** What a reservation is of: one number, or a batch of them. */
export type ReservationKind = "FileDescriptorReservation" | "ReservationBatch";

/** One reservation, of one number or of a batch: the numbers, and the task they belong to. */
export class Reserved extends Owned {
  readonly kind: ReservationKind;
  readonly task: Task;
  readonly fds: readonly number[];
  /** Whether its loss was told already: it is told once. */
  reported = false;
  #returned = false;

  constructor(kind: ReservationKind, task: Task, fds: readonly number[], made: Position | undefined) {
    super(made);
    this.kind = kind;
    this.task = task;
    this.fds = fds;
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
    if (this.#returned) this.task.assertRuns(call);
    this.assertLive(call);
    this.task.assertCurrent(call, this);
  }

  /** It was installed or dropped: neither the task nor the finalizer has anything to do. */
  resolve(consumer: string, at: Position | undefined): void {
    this.consume(consumer, at);
    this.task.letGo(this);
  }

  /** Its task ended, which gave the numbers back. */
  returnToTable(): void {
    this.#returned = true;
    this.resolve("with_current", undefined);
  }
}
