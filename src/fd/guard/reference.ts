import { refuse, type Owned } from "../../guard/owned.js";
import type { Position } from "../../guard/position.js";
import { referenceName } from "../messages.js";
import type { BackendFile } from "./descriptor-backend.js";
import { reportLostReference } from "./report.js";

/** One counted reference: the file, and whether the reference is still its handle's. */
export class Reference implements Owned {
  live = true;
  readonly made: Position | undefined;
  consumer = "";
  consumed: Position | undefined = undefined;
  value: object | undefined = undefined;
  next: Owned | undefined = undefined;
  registered = false;
  readonly file: BackendFile;

  constructor(file: BackendFile, made: Position | undefined) {
    this.file = file;
    this.made = made;
  }

  get name(): string {
    return referenceName(this.file.path);
  }

  reportLost(): void {
    reportLostReference(this);
  }

  /** @throws MovecheckError ERR_MOVECHECK_MOVED when it was moved or dropped. */
  assertLive(call: string): void {
    if (!this.live) refuse(this, call);
  }
}
