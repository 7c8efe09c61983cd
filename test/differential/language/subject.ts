import type { OwnedType } from "./owned-type.js";
import type { Block } from "./statement.js";

/** A parameter, owned or a reference. */
export interface Parameter {
  readonly name: string;
  readonly by: "value" | "reference";
  readonly type: OwnedType;
}

/** A generated function: what both compilers judge. */
export interface Subject {
  readonly parameters: readonly Parameter[];
  /** Absent: the function returns nothing. */
  readonly returns?: OwnedType;
  readonly body: Block;
}
