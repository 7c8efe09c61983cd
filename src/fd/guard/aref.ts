import { end, watch } from "../../guard/collected.js";
import { foreign, forged } from "../../guard/messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import { Position, recordsPositions } from "../../guard/position.js";
import { makeUncloneable, uncloneable } from "../../guard/uncloneable.js";
import { notCloneable } from "../messages.js";
import type { BackendFile } from "./descriptor-backend.js";
import { Reference } from "./reference.js";

let inside: (value: object) => Reference | undefined;

/**
 * The handle of one counted reference to a file. Its public type is in `types/aref.ts`.
 *
 * `file.0.get()` in the patch is the pointer inside: here the `Reference`, which `liveReference` hands over.
 */
export class ARef {
  readonly ok = true;
  /** An accessor where positions are recorded; see `uncloneable.ts`. */
  declare readonly _not_clone: unknown;
  readonly #reference: Reference;

  static {
    // Not a static method: those are in reach of whoever has a handle, through its constructor.
    inside = (value) => (#reference in value ? value.#reference : undefined);
  }

  constructor(reference: Reference) {
    if (!(reference instanceof Reference)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", forged("ARef"));
    this.#reference = reference;
    if (recordsPositions()) makeUncloneable(this, "_not_clone", refuseToClone);
    else this._not_clone = NOT_CLONE;
    watch(this, reference);
  }

  /** What is referred to. */
  get target(): BackendFile {
    return liveReference("target", "this", this).file;
  }

  /** Takes another reference. */
  clone(): ARef {
    const { file } = liveReference("clone()", "this", this);
    file.get_file();
    // eslint-disable-next-line @typescript-eslint/unbound-method -- named, not called: the frames above it are ours
    return owningReference(file, Position.above(ARef.prototype.clone));
  }

  /** Drops the reference; after a move it does nothing. */
  [Symbol.dispose](): void {
    const reference = referenceIn("dispose", "this", this);
    if (!reference.live) return;
    end(reference, "dispose", Position.disposing(ARef.prototype[Symbol.dispose]));
    reference.file.fput();
  }
}

/** A handle for a reference the caller counted already. */
export function owningReference(file: BackendFile, made: Position | undefined): ARef {
  return new ARef(new Reference(file, made));
}

/** The reference inside a handle, live or not; nothing where there is none. */
export function referenceOf(value: unknown): Reference | undefined {
  return typeof value === "object" && value !== null ? inside(value) : undefined;
}

/** The live reference inside a handle. @throws MovecheckError when it is none, or was moved. */
export function liveReference(call: string, name: string, value: unknown): Reference {
  const reference = referenceIn(call, name, value);
  reference.assertLive(call);
  return reference;
}

function referenceIn(call: string, name: string, value: unknown): Reference {
  const reference = referenceOf(value);
  if (reference === undefined) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(call, name, "an ARef", value));
  return reference;
}

function refuseToClone(this: unknown): never {
  const reference = referenceOf(this);
  const made = reference?.made?.toString();
  throw new MovecheckError("ERR_MOVECHECK_CLONE", notCloneable(reference?.name ?? "an `ARef`", made), { made });
}

const NOT_CLONE = uncloneable(refuseToClone);
