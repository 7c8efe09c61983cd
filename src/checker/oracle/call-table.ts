import type { CalleeSpec } from "./resource-spec.js";

/** A parameter that is a function which is called at most once. */
export interface CallOnceSpec {
  readonly callee: CalleeSpec;
  readonly argument: number;
  /** What that function returns is the one that is called at most once (`useEffect(() => () => close())`). */
  readonly returned: boolean;
  /** Only where the arguments say so: a property of an options object that is written, and is not `false`. */
  readonly when?: { readonly argument: number; readonly property: string };
}

/** An argument, or a property of an options argument, that a function takes by value although its package does not say so. */
export interface ConsumesSpec {
  readonly callee: CalleeSpec;
  readonly operand: "this" | number;
  readonly property?: string;
}

/** What is known of calls besides their declarations. */
export interface CallTable {
  readonly callOnce: readonly CallOnceSpec[];
  readonly consumes: readonly ConsumesSpec[];
}
