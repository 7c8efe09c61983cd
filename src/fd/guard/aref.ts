import { foreign, forged, notCloneable, referenceName } from "../messages.js";
import { MovecheckError } from "../errors/movecheck-error.js";
import { unwatch, watch } from "./collected.js";
import type { BackendFile } from "./descriptor-backend.js";
import { reportLostReference } from "./leak.js";
import { Owned } from "./owned.js";
import { Position } from "./position.js";
import { makeUncloneable } from "./uncloneable.js";

/** One counted reference: the file, and whether the reference is still ours. */
export class Reference extends Owned {
  readonly file: BackendFile;

  constructor(file: BackendFile, made: Position | undefined) {
    super(made);
    this.file = file;
  }

  get name(): string {
    return referenceName(this.file.path);
  }

  reportLost(): void {
    reportLostReference(this);
  }
}

/**
 * The handle of one counted reference to a file. Its public type is in `types/aref.ts`.
 *
 * `file.0.get()` in the patch is the pointer inside: here the `Reference`, which `take` hands over.
 */
export class ARef {
  readonly ok = true;
  readonly #reference: Reference;

  private constructor(reference: Reference) {
    if (!(reference instanceof Reference)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", forged("ARef"));
    this.#reference = reference;
    makeUncloneable(this, "_not_clone", refuseToClone);
    watch(this, reference);
  }

  /** A handle for a reference the caller counted already. */
  static owning(file: BackendFile, made: Position | undefined): ARef {
    return new ARef(new Reference(file, made));
  }

  /** The live reference inside a handle. @throws MovecheckError when it is none, or was moved. */
  static live(call: string, name: string, value: unknown): Reference {
    const reference = ARef.#inside(call, name, value);
    reference.assertLive(call);
    return reference;
  }

  static #inside(call: string, name: string, value: unknown): Reference {
    if (typeof value === "object" && value !== null && #reference in value) return value.#reference;
    throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(call, name, "an ARef", value));
  }

  /** The reference now belongs to somebody else, who drops it. */
  static moved(reference: Reference, consumer: string, at: Position | undefined): void {
    reference.consume(consumer, at);
    unwatch(reference);
  }

  static refuseToClone(handle: object): never {
    const reference = #reference in handle ? handle.#reference : undefined;
    const made = reference?.made?.toString();
    throw new MovecheckError("ERR_MOVECHECK_CLONE", notCloneable(reference?.name ?? "this value", made), { made });
  }

  /** What is referred to. */
  get target(): BackendFile {
    return ARef.live("target", "this", this).file;
  }

  /** Takes another reference. */
  clone(): ARef {
    const { file } = ARef.live("clone()", "this", this);
    file.get_file();
    // eslint-disable-next-line @typescript-eslint/unbound-method -- named, not called: the frames above it are ours
    return ARef.owning(file, Position.above(ARef.prototype.clone));
  }

  /** Drops the reference; after a move it does nothing. */
  [Symbol.dispose](): void {
    const reference = ARef.#inside("dispose", "this", this);
    if (!reference.live) return;
    ARef.moved(reference, "dispose", Position.disposing(ARef.prototype[Symbol.dispose]));
    reference.file.fput();
  }
}

function refuseToClone(this: object): never {
  return ARef.refuseToClone(this);
}
