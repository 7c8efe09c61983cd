/** Longer types than this are shortened, in characters. */
const LIMIT = 80;

/** Longer literals than this are cut, in characters. */
const LITERAL_LIMIT = 24;

/** A piece of a type's text: as it stands, or what is between a pair of brackets. */
type Piece = string | { readonly open: string; readonly inner: readonly Piece[]; readonly close: string };

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|=>|[()[\]{}<>]|[^"'`()[\]{}<>=]+|[\s\S]/gu;

/**
 * A type as messages show it: on one line, and not longer than can be read at a glance.
 *
 * Long literals are cut; then what is nested deepest is left out first, and last the end of a long union.
 * Source: rustc's `short_string`, which leaves out type arguments from the innermost outwards.
 *
 * @param type the type as the compiler prints it
 * @example
 * shortType("ARef<File, Fresh>"); // the same
 * shortType(`Map<string, { readonly ${"long".repeat(20)}: ARef<File> }>`); // "Map<string, {...}>"
 */
export function shortType(type: string): string {
  const line = type.replace(/\s*\n\s*/gu, " ");
  if (line.length <= LIMIT) return line;
  const pieces = parse(line);
  for (let depth = depthOf(pieces); depth >= 0; depth--) {
    const text = print(pieces, depth);
    if (text.length <= LIMIT) return text;
  }
  return withoutEnd(print(pieces, 0));
}

function parse(line: string): readonly Piece[] {
  const root: Piece[] = [];
  const open: { readonly into: Piece[]; readonly closing: string }[] = [{ into: root, closing: "" }];
  for (const [token] of line.matchAll(TOKEN)) {
    const { into, closing } = open.at(-1) ?? { into: root, closing: "" };
    const close = CLOSING[token];
    if (close !== undefined) {
      const inner: Piece[] = [];
      into.push({ open: token, inner, close });
      open.push({ into: inner, closing: close });
    } else if (token === closing) {
      open.pop();
    } else {
      into.push(
        /^["'`]/u.test(token) && token.length > LITERAL_LIMIT
          ? `${token.slice(0, LITERAL_LIMIT - 4)}...${token.charAt(0)}`
          : token,
      );
    }
  }
  return root;
}

function depthOf(pieces: readonly Piece[]): number {
  return Math.max(0, ...pieces.map((piece) => (typeof piece === "string" ? 0 : 1 + depthOf(piece.inner))));
}

/** The text with at most so many levels of brackets filled. */
function print(pieces: readonly Piece[], depth: number): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : piece.open + inside(piece.inner, depth) + piece.close))
    .join("");
}

function inside(pieces: readonly Piece[], depth: number): string {
  const text = depth > 0 ? print(pieces, depth - 1) : print(pieces, 0);
  return depth > 0 || text.length <= "...".length ? text : "...";
}

/** As much as fits, up to the last part of a union or intersection if there is one. */
function withoutEnd(text: string): string {
  const head = text.slice(0, LIMIT - " | ...".length);
  const end = Math.max(head.lastIndexOf(" | "), head.lastIndexOf(" & "));
  return end < 0 ? `${head.trimEnd()}...` : `${head.slice(0, end + " | ".length)}...`;
}
