import type { Span } from "../syntax/span.js";
import type { ResourceSeverity } from "./resource-spec.js";
import type { CallNode, FunctionNode } from "../syntax/nodes.js";
import type { TSESTree } from "@typescript-eslint/types";

/** What the core wants to know of one kind of resource. Compared by identity: one object per kind and program. */
export interface ResourceFacts {
  /** The type's name: "PoolClient". */
  readonly name: string;
  /** Which table says so: a preset's name, "movecheck.json". */
  readonly origin: string;
  readonly leak: ResourceSeverity;
  readonly leakOnThrow: ResourceSeverity;
  readonly releaseTwice: ResourceSeverity;
  readonly useAfterRelease: ResourceSeverity;
  /** Read to its end, it needs no release. */
  readonly drained: boolean;
  /** Released with the receiver of the call that acquired it. */
  readonly diesWithReceiver: boolean;
  /** Names of the methods that release it; one that is taken without being called may be called by anybody. */
  readonly releaseMethods: ReadonlySet<string>;
  /** Methods of the receiver of the acquiring call that release it: `mutex.release()`. */
  readonly receiverReleases: ReadonlySet<string>;
  /** Its result may be dropped: it can be released without it. */
  readonly mayBeDropped: boolean;
  /** What is left after it went away is empty: reading it is as wrong as using it, but for these names. */
  readonly emptyAfterwards?: ReadonlySet<string>;
  /** Methods that do no harm after the release. */
  readonly harmlessAfterRelease: ReadonlySet<string>;
  /** Property names under which an options object only lends it: `{ transaction }`. */
  readonly lentAs: ReadonlySet<string>;
  /** How one writes its release, the name left open: "%.release()", "%()", "giveBack(%)". */
  readonly releaseText: string;
  /** What happens if it is not released, in one clause. */
  readonly consequence?: string;
}

/** Why something is so, for `movecheck explain --why`: one step of a chain. */
export interface Reason {
  readonly text: string;
  /** Where, when it can be shown. */
  readonly at?: { readonly file?: string; readonly span: Span };
}

/** What a call acquires for its caller. */
export interface Acquisition {
  readonly facts: ResourceFacts;
  /** What is acquired: the result, the receiver, or a parameter of a function given as an argument. */
  readonly what:
    | { readonly kind: "result"; readonly path: readonly string[] }
    | { readonly kind: "receiver" }
    | { readonly kind: "parameter"; readonly function: FunctionNode; readonly index: number };
  readonly reasons: readonly Reason[];
}

/** What a call does with a resource that is its receiver or one of its arguments. */
export interface OperandEffect {
  /**
   * - `release`: the obligation is met.
   * - `transfer`: somebody else has it from now on, and nothing of it may be used here.
   * - `escape`: somebody else may release it: nothing is owed here any more.
   * - `borrow`: it is only used.
   */
  readonly kind: "release" | "transfer" | "escape" | "borrow";
  /** A release on some way only, as far as can be told. */
  readonly maybe?: boolean;
  /** Kept in this field of what is made. */
  readonly field?: string;
  /** It does no harm after a release. */
  readonly harmless?: boolean;
  /** The result, or this part of it, is the operand itself. */
  readonly returned?: readonly string[];
  readonly reasons: readonly Reason[];
}

/** Where in a call an operand stands: the receiver, or an argument by its index as written. */
export type OperandPosition = "receiver" | number;

/** The questions about resources. Part of the `TypeOracle`: a project without resources has none. */
export interface ResourceOracle {
  /** Whether a call may acquire anything, by the name of its callee alone: no type is looked at. */
  mayAcquire(call: CallNode): boolean;

  /** What a call acquires; nothing for most. */
  acquisitions(call: CallNode): readonly Acquisition[];

  /**
   * What a call does with one operand.
   *
   * @param path where in the operand the resource is: `["session"]` of `{ session }`; empty for the operand itself
   */
  operand(call: CallNode, position: OperandPosition, facts: ResourceFacts, path: readonly string[]): OperandEffect;

  /** Whether a function that is an argument is only called before the call returns, and not kept. */
  callsInside(call: CallNode, index: number): boolean;

  /** Names that a call moves to another realm, by a transfer list or a method: nothing may be used here any more. */
  transferred(call: CallNode): readonly TransferredName[];
}

/** `buffer` in `port.postMessage(data, [buffer])`. */
export interface TransferredName {
  readonly name: TSESTree.Identifier;
  readonly facts: ResourceFacts;
}

/** Answers where there are no resources. */
export const NO_RESOURCES: ResourceOracle = {
  mayAcquire: () => false,
  acquisitions: () => [],
  operand: () => ({ kind: "escape", reasons: [] }),
  callsInside: () => false,
  transferred: () => [],
};
