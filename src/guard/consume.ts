import { foreign } from "./messages.js";
import { MovecheckError } from "./movecheck-error.js";
import { perProcess } from "./per-process.js";
import { Position } from "./position.js";
import { recordOf } from "./stamp.js";

/** Consumes a value if this copy of movecheck guards it, and says whether it does. */
type ConsumeHere = (value: unknown, by: string) => boolean;

/** Those of all copies that were loaded: a value may be made with one and consumed with another. */
const copies = perProcess("guards", (): ConsumeHere[] => []);

const here: ConsumeHere = (value, by) => {
  const record = recordOf(value);
  record?.consume(by, behind);
  return record !== undefined;
};
copies.push(here);

/**
 * Ends the life of a guarded value: what a consumer calls first.
 *
 * After that the value's dispose does nothing, and it can't be consumed again. What the value holds can still be used,
 * which is what the consumer goes on to do. The place that is told later is the one that called the consumer.
 *
 * @param value What the consumer consumes.
 * @param by The consumer's name, for messages.
 * @throws MovecheckError ERR_MOVECHECK_MOVED where it was consumed before, with where it was made and consumed;
 *   ERR_MOVECHECK_FOREIGN for what is not guarded.
 *
 * @example
 * import type { Sink } from "movecheck";
 * import { consume, Guarded } from "movecheck/guard";
 *
 * class Upload extends Guarded { readonly parts: string[] = []; }
 * export async function finish(upload: Sink<Upload>): Promise<void> {
 *   consume(upload, "finish");
 *   await Promise.all(upload.parts.map((part) => fetch(part)));
 * }
 */
export function consume(value: unknown, by: string): void {
  if (here(value, by) || copies.some((copy) => copy !== here && copy(value, by))) return;
  throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(`${by}()`, "value", "a guarded value", value));
}

function behind(): Position | undefined {
  return Position.behind(consume);
}
