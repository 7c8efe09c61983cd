/**
 * How a value enters its destination (a parameter, a variable, a property, a return type).
 *
 * - `move`: the destination's type is owned, or a type parameter instantiated with an owned type, or there is no
 *   declared type. `Send<T>` moves.
 * - `borrow`: the destination's type is `Ref<T>` or `unknown`, or a structural type that names none of the brands
 *   (`{ reserved_fd(): number }`); or `any` in a declaration of the standard library or of `@types/node`
 *   (`console.log`).
 * - `erase`: the destination's type is `any` in user code, which erases linearity (MC1003).
 */
export type Passing = "move" | "borrow" | "erase";

/** What a callee does with a function it is given. */
export interface CallbackFacts {
  /**
   * - `once`: `Once<F>`, or the standard library's own call-once places: `then`, `catch`, `finally`,
   *   `new Promise`, `queueMicrotask`, `setTimeout`, `setImmediate`, `process.nextTick`.
   * - `many`: a plain function type; the callee may call it again.
   * - `value`: not a function type (a type parameter, `unknown`, an object): a value like any other.
   */
  readonly calls: "once" | "many" | "value";
  /**
   * The callee passes borrowed values to the function's owned parameters: callbacks of the standard
   * library's containers (`array.forEach(t => ...)`: the array keeps its elements).
   */
  readonly lends: boolean;
  /** Parameters that are the callback's own although the others are lent: the accumulator of `reduce`. */
  readonly owns?: readonly number[];
  /** It is called with every element (`forEach`, `map`): one that consumes its element consumes the container, as `into_iter`. */
  readonly visitsAll?: boolean;
  /** The function may run after the caller has returned: timers, listeners, promises, microtasks. */
  readonly outlives: boolean;
}

/** How a function differs in ownership from the type of the place that it is put into. */
export interface FunctionVariance {
  /** It borrows this parameter, which is given to it by value: nobody consumes it. */
  readonly borrows: number | undefined;
  /** It takes this parameter by value, which is only lent to it. */
  readonly takes: number | undefined;
  /** It returns a linear value where none is expected: nobody consumes it. */
  readonly dropsResult: boolean;
}

/** One argument position of a call, as written. */
export interface ParameterFacts {
  readonly passes: Passing;
  /** Meaningful when the argument is a function. */
  readonly callback: CallbackFacts;
  /** The value goes to another task: `postMessage`, `structuredClone`, `workerData`, a `Send<T>` parameter. */
  readonly sends: boolean;
}

/** What a call does, by its resolved signature. */
export interface CallFacts {
  /**
   * One per argument as written (a rest parameter is repeated; a spread argument has the facts of the
   * parameter its first element goes to). Missing entries: `passes: "borrow"`.
   */
  readonly parameters: readonly ParameterFacts[];
  /**
   * `move` when the method consumes its receiver: it has a predicate `asserts this is Moved<...>` or
   * declares a `this` parameter of an owned type. `borrow` otherwise, also for a plain function.
   */
  readonly receiver: "move" | "borrow";
  /** The resolved signature is declared to return `never`: the path ends here (it still may throw). */
  readonly returnsNever: boolean;
  /**
   * Where the result comes from.
   *
   * - `value`: what its type says: an owned result is new and owed by the caller.
   * - `borrow`: although it may read as owned, the result is lent by the receiver or the arguments:
   *   `map.get(k)`, `array.at(i)`, `array.find(...)`, `array.slice()` and the other methods of the
   *   standard library's containers, apart from those which take out (`pop`, `shift`, `splice`).
   * - `receiver`: the result is the receiver itself (polymorphic `this`, `sort`, `reverse`, `fill`,
   *   `set`, `add`): a borrow of it.
   */
  readonly returns: "value" | "borrow" | "receiver";
  /** The receiver keeps what it is given: references among the arguments live as long as it does (`refs.push(ref)`). */
  readonly keepsArguments?: boolean;
  /** What it does with the value that its receiver keeps under the key that is its first argument: a `Map`'s `get`, `set`, `delete`. */
  readonly keyed?: "reads" | "writes" | "removes" | undefined;
  /** If it returns nothing, its receiver is empty (`list.pop()`). */
  readonly nothingMeansEmpty?: boolean;
  /** The signature has an assertion predicate, which tsc sees only in an expression statement (MC1002). */
  readonly asserts: boolean;
  /** Its result could hold something linear by its type, but holds nothing yet: `useRef<Conn | null>(null)`. */
  readonly returnsEmpty?: boolean;
  /** `false` only when it is known that the call can't throw. */
  readonly throws: boolean;
  /** The callee's name for messages ("fd_install"), as declared or as written. */
  readonly name: string;
}

/** The facts of a call about which nothing is known: it borrows all, and may throw. */
export const UNKNOWN_PARAMETER: ParameterFacts = {
  passes: "borrow",
  callback: { calls: "value", lends: false, outlives: false },
  sends: false,
};
