/**
 * What a table of resources says: presets, `movecheck.json`.
 *
 * The core never reads a table. An oracle is made with one, finds the declarations that it names, and answers about calls.
 */

/** How a finding of one kind is told; `off`: not at all. */
export type ResourceSeverity = "error" | "warning" | "off";

/**
 * Where a name is declared, any of these:
 *
 * - a package as imported, `"pg"`, `"@opentelemetry/api"`: its own declarations and those of its `@types` package;
 * - a module of Node with its prefix, `"node:fs/promises"`;
 * - `"lib"`: globals, of TypeScript's `lib` files or of any package that declares some (`@webgpu/types`);
 * - a file by its absolute path, with slashes: `"/home/me/app/src/lease.ts"`.
 */
export type DeclaredIn = readonly string[];

/** A function, method or constructor, by its declaration. */
export interface CalleeSpec {
  readonly kind: "function" | "method" | "constructor";
  /** The interface, class or namespace that declares a method; the resource's own type where left out. */
  readonly owner?: string;
  /** As declared: `"connect"`, `"[Symbol.dispose]"`, of a constructor the class. */
  readonly name: string;
  /** Where the resource's type is declared, where left out. */
  readonly from?: DeclaredIn;
}

/** What the type of a resource is recognised by. */
export type ResourceType =
  /** An interface, class or type alias; types that extend it, too. */
  | { readonly kind: "named"; readonly name: string; readonly from: DeclaredIn }
  /** A function without a name of its own, such as a lock's release: only what acquires tells that it is one. */
  | { readonly kind: "function"; readonly from: DeclaredIn }
  /**
   * Every type that has one of the release methods, and is declared `within` the project's own files or anywhere;
   * iterators, timers, streams and other things of the platform never are.
   *
   * `having`: only types that have one of these; the release methods may then be wider (`close` of a class that has
   * `[Symbol.dispose]`).
   */
  | { readonly kind: "structural"; readonly within: "project" | "anywhere"; readonly having?: readonly string[] };

/** An argument of a call as written, told by a literal in it: `{ autoClose: false }`. */
export interface ArgumentCondition {
  readonly argument: number;
  /** Of the argument, an object literal; the argument itself where left out. */
  readonly property?: string;
  readonly equals: string | number | boolean | null;
}

/** A call whose result, or part of it, has to be released. It counts only where the result is of the resource's type. */
export interface AcquireSpec {
  readonly callee: CalleeSpec;
  /**
   * What has to be released; a promise is looked through.
   *
   * - `result`: what the call gives; the default.
   * - `this`: the receiver, from this call on (`await client.connect()`).
   * - `{ callback, parameter }`: the parameter of a function that is given as an argument, which the function owns
   *   (`startActiveSpan(name, (span) => ...)`). A negative `callback` counts from the last argument. `property`: the
   *   function is that property of the argument, an object literal (`new VideoDecoder({ output(frame) {} })`).
   */
  readonly gives?:
    "result" | "this" | { readonly callback: number; readonly property?: string; readonly parameter: number };
  /** The part of the result that is the resource: `["1"]` of `[value, release]`. */
  readonly part?: readonly string[];
  readonly unless?: ArgumentCondition;
}

/** What ends an obligation. */
export type ReleaseSpec =
  /** A method of the resource, without its owner: `"release"`, `"[Symbol.asyncDispose]"`. */
  | { readonly kind: "method"; readonly name: string; readonly unless?: ArgumentCondition }
  /** A function that is given the resource. */
  | { readonly kind: "function"; readonly callee: CalleeSpec; readonly argument: number }
  /** The resource is a function, and is called. */
  | { readonly kind: "call" };

/** An operand of a call: its receiver, an argument by index, or what a list among the arguments names. */
export interface OperandSpec {
  readonly callee: CalleeSpec;
  /**
   * - `{ listIn: 1 }`: each element of the array that is the argument 1 (`port.postMessage(message, [buffer])`);
   * - `{ listIn: 1, property: "transfer" }`: of the array in that property (`structuredClone(x, { transfer: [buffer] })`).
   */
  readonly operand: "this" | number | { readonly listIn: number; readonly property?: string };
  /** Only where the arguments say so. */
  readonly when?: ArgumentCondition;
  /** Not where the arguments say so. */
  readonly unless?: ArgumentCondition;
}

/**
 * One kind of resource: who makes it, what ends its obligation, and what is told of it.
 *
 * @example
 * const client: ResourceSpec = {
 *   origin: "pg", type: { kind: "named", name: "PoolClient", from: ["pg"] },
 *   acquire: [{ callee: { kind: "method", owner: "Pool", name: "connect" } }],
 *   release: [{ kind: "method", name: "release" }],
 *   transfer: [], borrow: [],
 *   leak: "error", leakOnThrow: "off", releaseTwice: "error", useAfterRelease: "error",
 * };
 */
export interface ResourceSpec {
  /** Who says so, for messages: a preset's name, or `"movecheck.json"`. */
  readonly origin: string;
  readonly type: ResourceType;
  /**
   * `inferred`: `new`, the project's functions that return it undischarged, and of functions without a body those whose
   * name begins as `create`, `make`, `open` and `acquire` do.
   */
  readonly acquire: readonly AcquireSpec[] | "inferred";
  readonly release: readonly ReleaseSpec[];
  /** Operands whose obligation goes over to the call: nothing is owed afterwards, and nothing may be used. */
  readonly transfer: readonly OperandSpec[];
  /** Operands that are only lent to the call, whatever their declared type says. */
  readonly borrow: readonly OperandSpec[];
  /** MC2001, MC2002 and MC2005: not released on a way out that no exception takes out of the function. */
  readonly leak: ResourceSeverity;
  /** MC2002 where only an exception that leaves the function gets past the release. */
  readonly leakOnThrow: ResourceSeverity;
  /** MC2004. */
  readonly releaseTwice: ResourceSeverity;
  /** MC2003. */
  readonly useAfterRelease: ResourceSeverity;
  /** `drained`: read to its end (`for await`, until `done`, `toArray`), it needs no release. */
  readonly until?: "drained";
  /** Methods that do no harm after the release: `["toString", "[Symbol.dispose]"]`; plain data may always be read. */
  readonly harmlessAfterRelease?: readonly string[];
  /** Releasing the receiver of the acquiring call releases it, too: pages of a browser, statements of a connection. */
  readonly diesWithReceiver?: boolean;
  /** Methods of the receiver of the acquiring call that release it: `mutex.release()`. Its result may then be dropped. */
  readonly receiverReleases?: readonly string[];
  /** The result of the acquiring call may be dropped, since it can be released without it: `unlock(file)`. */
  readonly mayBeDropped?: boolean;
  /** Properties of options objects under which a call is only lent it: `{ transaction }`. */
  readonly lentAs?: readonly string[];
  /** What happens if it is not released, in one clause for the help: "the pool runs out of connections". */
  readonly consequence?: string;
}

/** All resources that one project is checked for, the first that fits a call being the one that counts. */
export interface ResourceTable {
  readonly resources: readonly ResourceSpec[];
  /** Operands that a call keeps and looks after from then on: `bag.keep(x)`. */
  readonly collectors: readonly OperandSpec[];
}
