import type { Edit } from "../../checker/diagnostics/diagnostic.js";
import { bySpan } from "../../checker/syntax/span.js";

/**
 * Applies edits to a text. All spans count in the original text.
 *
 * @param text the original
 * @param edits in any order; they must not overlap
 * @throws RangeError when two edits overlap
 *
 * @example
 * applyEdits("const fd = 1", [{ span: { start: 0, end: 5 }, newText: "using" }]); // "using fd = 1"
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort(bySpan);
  let out = "";
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at) throw new RangeError("edits overlap");
    out += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return out + text.slice(at);
}
