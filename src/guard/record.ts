import { leaked } from "./messages.js";
import { end } from "./collected.js";
import { refuse, type Owned } from "./owned.js";
import type { Position } from "./position.js";
import { warn } from "./warn.js";

/** What the guard knows of a value of somebody's own type. */
export class GuardedRecord implements Owned {
  live = true;
  readonly made: Position | undefined;
  consumer = "";
  consumed: Position | undefined = undefined;
  value: object | undefined = undefined;
  next: Owned | undefined = undefined;
  registered = false;
  /** Whether its dispose method runs, which may call one consumer: `[Symbol.dispose]() { this.rollback(); }`. */
  disposing = false;
  readonly #type: string;

  constructor(type: string, made: Position | undefined) {
    this.#type = type;
    this.made = made;
  }

  get name(): string {
    return `\`${this.#type}\``;
  }

  reportLost(): void {
    warn("MOVECHECK_LEAK", leaked(this.name, this.made?.toString()));
  }

  /** Ends its life. @throws MovecheckError ERR_MOVECHECK_MOVED when that happened before. */
  consume(by: string, at: () => Position | undefined): void {
    if (this.live) end(this, by, at());
    else if (this.disposing) this.disposing = false;
    else refuse(this, `${by}()`);
  }
}
