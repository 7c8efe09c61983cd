import type { Finding } from "../../project/findings/finding.js";
import { HELP } from "./messages.js";

/**
 * A finding as one line: ESLint's reports have no secondary places, so these are in the text.
 *
 * @example
 * // MC0382: use of moved value: `fd` (value used here after move; 3:3: value moved here)
 */
export function reportText({ source: own, code, message, label, related, help }: Finding): string {
  const places = related.map(({ source, span, message: what }) => {
    const { line, column } = source.positionAt(span.start);
    return `${source === own ? "" : `${source.file}:`}${line}:${column}: ${what}`;
  });
  const details = [...(label === undefined ? [] : [label]), ...places].join("; ");
  return `${code}: ${message}${details === "" ? "" : ` (${details})`}${help === undefined ? "" : `. ${HELP}: ${help}`}`;
}
