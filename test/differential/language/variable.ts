import type { OwnedType } from "./owned-type.js";

/** A parameter or local of a generated function; its name is unique in the function. */
export type Variable =
  | { readonly kind: "value"; readonly name: string; readonly type: OwnedType; readonly using?: boolean }
  | { readonly kind: "reference"; readonly name: string; readonly type: OwnedType }
  | { readonly kind: "closure"; readonly name: string };
