import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0509`. */
export const mc0509: Explanation = {
  code: "MC0509",
  rustc: "E0509",
  title: "moved a field out of a value that is itself linear",
  text: `
A value whose own type extends \`Linear\` has to be consumed whole: its consumer relies on its fields being there, as a Rust
type with a destructor does. A plain object that merely holds linear values has no such duty, and its fields can be moved
out one by one.

Consume the owner, borrow the field, or clone what it refers to.
`,
  examples: [
    {
      failing: `
import type { Consume, Linear } from "movecheck";
import type { ARef, File } from "movecheck/fd";

interface Session extends Linear, Disposable {
  readonly file: ARef<File>;
}
declare const end: Consume<Session, "end">;
declare const release: Consume<ARef<File>, "release">;

export function close(session: Session): void {
  using owned = session;
  release(owned.file);
  end(owned);
}
`,
      fixed: `
import type { Consume, Linear } from "movecheck";
import type { ARef, File } from "movecheck/fd";

interface Session extends Linear, Disposable {
  readonly file: ARef<File>;
}
declare const end: Consume<Session, "end">;
declare const release: Consume<ARef<File>, "release">;

export function close(session: Session): void {
  using owned = session;
  const file = owned.file.clone();
  release(file);
  end(owned);
}
`,
    },
  ],
};
