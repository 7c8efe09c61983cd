/**
 * An owned type of the generated programs: a leaf, a plain struct of linear fields, or a struct with drop glue of its own.
 *
 * `Guard` is the one that is linear itself *and* has a linear field, so that moving its field out is E0509.
 */
export type OwnedType = "Token" | "Pair" | "Nest" | "Duo" | "Guard";

/** A field: its name as TypeScript writes it (`a`, or `0` of a tuple), and its type. */
export interface Field {
  readonly name: string;
  readonly type: OwnedType;
}

/** All owned types, in the order in which the preludes declare them. */
export const ownedTypes: readonly OwnedType[] = ["Token", "Pair", "Nest", "Duo", "Guard"];

/** The fields of each type, in declaration order. */
export const fieldsOf: Readonly<Record<OwnedType, readonly Field[]>> = {
  Token: [],
  Pair: [
    { name: "a", type: "Token" },
    { name: "b", type: "Token" },
  ],
  Nest: [
    { name: "p", type: "Pair" },
    { name: "c", type: "Token" },
  ],
  Duo: [
    { name: "0", type: "Token" },
    { name: "1", type: "Token" },
  ],
  Guard: [{ name: "t", type: "Token" }],
};

/** Whether the type itself is linear (Rust: implements `Drop`), not only by what it contains. */
export function isLinearItself(type: OwnedType): boolean {
  return type === "Token" || type === "Guard";
}

/** The type at the end of a path of field names. */
export function typeAt(type: OwnedType, path: readonly string[]): OwnedType {
  return path.reduce<OwnedType>((at, name) => {
    const field = fieldsOf[at].find((each) => each.name === name);
    if (!field) throw new Error(`no field ${name} in ${at}`);
    return field.type;
  }, type);
}

/** Every path of field names inside a type, the empty one first. */
export function pathsIn(type: OwnedType): readonly (readonly string[])[] {
  return [[], ...fieldsOf[type].flatMap((field) => pathsIn(field.type).map((rest) => [field.name, ...rest]))];
}
