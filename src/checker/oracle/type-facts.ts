/**
 * What holding a value of a type obliges to.
 *
 * - `owned`: linear, or it holds something linear (object, class instance, tuple, array, union, `Map`,
 *   `Set`, `Promise`). `Moved<T, By>` is owned too: its own part says `own: any`, so that a second use
 *   is still seen as a use of an owned place.
 * - `borrow`: `Ref<T>`, or it holds one and nothing owned. Copied freely.
 * - `any`: the type is `any`. Linearity is lost in it.
 * - `none`: everything else, `unknown` included.
 */
export type Ownership = "owned" | "borrow" | "any" | "none";

/**
 * What the core wants to know of one type. Hosts intern these: one object per type, made on demand, so
 * that recursive types (a list of linear nodes) end.
 *
 * @example
 * // interface Pair { a: FileDescriptorReservation<S>; b: FileDescriptorReservation<S>; n: number }
 * const pair: TypeFacts = {
 *   ownership: "owned", dropGlue: false, container: false, callOnce: false, taskBound: true,
 *   members: ["a", "b"], member: (name) => name === "n" ? NOTHING : reservation, name: "Pair",
 * };
 */
export interface TypeFacts {
  readonly ownership: Ownership;
  /**
   * The type itself extends `Linear` (in a union: some part does): it has drop glue, so no field can be
   * moved out of it (E0509), and moving all its fields would not discharge it.
   */
  readonly dropGlue: boolean;
  /**
   * Holds an unknown number of linear values that have no name of their own: arrays that are not
   * tuples, `Map`, `Set`, index signatures. Constant indexes are still places of their own.
   */
  readonly container: boolean;
  /** `Once<F>`: a function that is called at most once; calling moves it. */
  readonly fnOnce: boolean;
  /** Not Send at some depth: bound to the task that made it (it holds the `NotSend` brand). */
  readonly taskBound: boolean;
  /** The linear fields of a class that its own dispose methods leave alone: `using` would hide that they leak. */
  readonly forgotten?: readonly string[];
  /** Some alternative is `null` or `undefined`. */
  readonly nullable?: boolean;
  /** Some alternative can be called. */
  readonly callable?: boolean;
  /** Every alternative has `[Symbol.dispose]()`, or is `null` or `undefined`: `using` can hold it. */
  readonly disposable?: boolean;
  /**
   * Names of the properties whose type is `owned`, in declaration order; tuple elements as "0", "1".
   * Empty for containers and for what `dropGlue` makes indivisible.
   */
  readonly members: readonly string[];
  /** The facts of a property by name, `NOTHING` when it has none. For a union: the union of its parts' properties. */
  readonly member: (name: string) => TypeFacts;
  /** The type as the compiler prints it, for messages. */
  readonly name: string;
}

/** The facts of a type that holds nothing to look after. */
export const NOTHING: TypeFacts = {
  ownership: "none",
  dropGlue: false,
  container: false,
  fnOnce: false,
  taskBound: false,
  members: [],
  member: () => NOTHING,
  name: "unknown",
};

/** The same type with some answers changed. (Hosts may answer lazily, from getters: a spread would lose them.) */
export function changedFacts(facts: TypeFacts, changes: Partial<TypeFacts>): TypeFacts {
  return {
    ownership: facts.ownership,
    dropGlue: facts.dropGlue,
    container: facts.container,
    fnOnce: facts.fnOnce,
    taskBound: facts.taskBound,
    members: facts.members,
    member: (name) => facts.member(name),
    get name() {
      return facts.name;
    },
    ...changes,
  };
}
