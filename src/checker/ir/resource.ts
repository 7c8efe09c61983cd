import type { TSESTree } from "@typescript-eslint/types";
import type { Reason, ResourceFacts } from "../oracle/resource-oracle.js";
import type { MovePath } from "./move-path.js";

/**
 * One place in a function where a resource is acquired, and with it the obligation to release it.
 *
 * The obligation is the object's: all names that it gets are aliases. (Checker Framework: must-call obligations.)
 */
export interface Resource {
  /** Its number in the function; printed as `r0`. */
  readonly id: number;
  readonly facts: ResourceFacts;
  /** The acquiring call, or the parameter. */
  readonly node: TSESTree.Node;
  /** The temporary or parameter that names it first. */
  readonly place: MovePath;
  /** As messages name it until it is put into a variable: the call. */
  readonly name: string;
  /**
   * Who has to release it.
   *
   * - `function`: this function.
   * - `caller`: a parameter, looked at for a summary; nothing is reported.
   * - `nobody`: what is only followed for what happens after it went away (a buffer in a transfer list).
   */
  readonly owner: "function" | "caller" | "nobody";
  /** An exception that leaves the function is caught by the promise chain that the function is a callback of. */
  readonly caughtOutside: boolean;
  /** What the acquiring method was called on, as written: `mutex`. */
  readonly receiver: string | undefined;
  readonly reasons: readonly Reason[];
}

interface Common {
  /** What to point at. */
  readonly node: TSESTree.Node;
}

/** A resource comes into being; the place names it. */
export interface Acquire extends Common {
  readonly kind: "acquire";
  readonly place: MovePath;
  readonly resource: Resource;
}

/** `to` names from now on what `from` names, part by part, and nothing else. */
export interface Alias extends Common {
  readonly kind: "alias";
  readonly from: MovePath;
  readonly to: MovePath;
}

/** The place names nothing any more: it has another value, or a new storage. */
export interface Forget extends Common {
  readonly kind: "forget";
  readonly place: MovePath;
}

/** On this way the place is `null` or `undefined`, and so names nothing. */
export interface AssumeAbsent extends Common {
  readonly kind: "assume-absent";
  readonly place: MovePath;
}

/** How a resource is released. */
export type ReleaseHow =
  | { readonly kind: "method" | "function"; readonly name: string }
  /** It is a function, and is called. */
  | { readonly kind: "call" }
  /** A method of what it was acquired from: `mutex.release()`. */
  | { readonly kind: "receiver"; readonly name: string }
  /** Gone to another owner: nothing of it may be used. */
  | { readonly kind: "transfer"; readonly name: string }
  /** A closure that releases it is called, or handed to what calls it: when, or whether, is not known. */
  | { readonly kind: "closure"; readonly use: TSESTree.Node }
  /** Read to its end. */
  | { readonly kind: "drained" };

/** What the place names is released. */
export interface Release extends Common {
  readonly kind: "release";
  readonly place: MovePath;
  readonly facts: ResourceFacts;
  readonly how: ReleaseHow;
  readonly reasons: readonly Reason[];
}

/** How a resource gets out of a function's hands. */
export type EscapeHow =
  | { readonly kind: "return" | "yield" | "throw" | "using" | "export" | "spread" }
  /** `field`: of `this`. */
  | { readonly kind: "store"; readonly field?: string }
  | { readonly kind: "argument" | "receiver"; readonly callee: string }
  /** Its release method is taken without being called. */
  | { readonly kind: "method"; readonly name: string }
  /** Into a closure that outlives this point, because of `use` in its body. */
  | { readonly kind: "closure"; readonly use: TSESTree.Node };

/** From here on somebody else may release what the place, or a part of it, names. */
export interface Escape extends Common {
  readonly kind: "escape";
  readonly place: MovePath;
  readonly how: EscapeHow;
  readonly reasons: readonly Reason[];
}

/** Something is done with the resource that wants it unreleased. */
export interface Operate extends Common {
  readonly kind: "operate";
  readonly place: MovePath;
  readonly how: "method" | "argument" | "closure" | "await" | "read";
  /** As written: `handle.stat`. */
  readonly what: string;
}

/** The value of an expression that names the resource is dropped. */
export interface Drop extends Common {
  readonly kind: "drop";
  readonly place: MovePath;
}

/** What is known of a condition without knowing its value: equal keys are the same condition. */
export interface Condition {
  readonly key: string;
  /** The variables it is about: a change of one makes it another condition. */
  readonly about: readonly string[];
}

/** Stands in the key of a comparison with a literal, before the literal. */
export const EQUALS = " = ";

/** On this way the condition holds, or does not. (Boogie: `assume`.) */
export interface Assume extends Common {
  readonly kind: "assume";
  readonly condition: Condition;
  readonly holds: boolean;
}

/** The variable has a value of which nothing is known. (Boogie: `havoc`.) */
export interface Havoc extends Common {
  readonly kind: "havoc";
  readonly variable: string;
}

/** What resources add to the instructions; nothing linear is concerned by any of them. */
export type ResourceInstruction =
  Acquire | Alias | Forget | AssumeAbsent | Release | Escape | Operate | Drop | Assume | Havoc;
