import type { JSONPath } from "jsonc-parser";
import type TypeScript from "typescript";
import type {
  AcquireSpec,
  OperandSpec,
  ReleaseSpec,
  ResourceSpec,
  ResourceType,
} from "../../../checker/oracle/resource-spec.js";
import type { CallOnceSpec, CallTable, ConsumesSpec } from "../../../checker/oracle/call-table.js";
import { configMessages } from "../messages.js";
import type { LocatedConfiguration } from "../read-configuration.js";
import { parseReference } from "../reference.js";
import type { Reference } from "../reference.js";
import type { ResourceEntry } from "../schema.js";
import { NameError, NameResolver } from "./name-resolver.js";
import type { ResolvedCallee } from "./name-resolver.js";

/** What a configuration names, found in one program. */
export interface ResolvedEntries {
  readonly resources: readonly ResourceSpec[];
  readonly collectors: readonly OperandSpec[];
  readonly calls: CallTable;
}

/** How messages call the configuration as the origin of a resource. */
export const CONFIGURED = "movecheck.json";

/**
 * Finds what a configuration names.
 *
 * An entry about a module that nothing in the program imports has no effect there.
 *
 * @throws ProjectError about the first name that leads nowhere: which, where it stands, and what was probably meant
 */
export function resolveEntries(
  ts: typeof TypeScript,
  program: TypeScript.Program,
  located: LocatedConfiguration,
): ResolvedEntries {
  const { configuration } = located;
  const resolver = new NameResolver(ts, program, located.folder);
  const at = <T>(path: JSONPath, resolve: () => T): T => {
    try {
      return resolve();
    } catch (error) {
      if (!(error instanceof NameError)) throw error;
      throw located.errorAt(path, error.message);
    }
  };
  const each = <T>(
    key: JSONPath,
    texts: readonly string[],
    resolve: (reference: Reference) => T | undefined,
  ): readonly T[] =>
    texts.flatMap((text, index) => {
      const reference = parseReference(text);
      return reference === undefined ? [] : (at([...key, index], () => resolve(reference)) ?? []);
    });
  const entries = new Entries(resolver);
  return {
    resources: configuration.resources.flatMap((entry, index) => {
      const path = ["resources", index];
      const type = at([...path, entry.type === undefined ? "from" : "type"], () => entries.type(entry));
      if (type === undefined) return [];
      const { from } = entry;
      const lent = each([...path, "borrow"], entry.borrow ?? [], (reference) => entries.lent(reference, from));
      return [
        {
          origin: CONFIGURED,
          type: type.spec,
          acquire:
            entry.acquire === undefined
              ? "inferred"
              : each([...path, "acquire"], entry.acquire, (reference) => entries.acquire(reference, from)),
          release: each([...path, "release"], entry.release, (reference) =>
            entries.release(reference, type.symbol, from),
          ),
          transfer: each([...path, "transfer"], entry.transfer ?? [], (reference) =>
            entries.operand(reference, from, type.symbol),
          ),
          borrow: lent.flatMap(({ operand }) => operand ?? []),
          lentAs: lent.flatMap(({ property }) => property ?? []),
          leak: entry.leak,
          leakOnThrow: entry.leakOnThrow,
          releaseTwice: entry.releaseTwice,
          useAfterRelease: entry.useAfterRelease,
          ...(entry.until === undefined ? {} : { until: entry.until }),
        } satisfies ResourceSpec,
      ];
    }),
    collectors: each(["collectors"], configuration.collectors, (reference) => entries.operand(reference, undefined)),
    calls: {
      callOnce: each(["callOnce"], configuration.callOnce, (reference) => entries.callOnce(reference)),
      consumes: each(["consumes"], configuration.consumes, (reference) => entries.consumes(reference)),
    },
  };
}

/** A resource's type, as tables have it; its symbol where there is one. */
interface ResolvedType {
  readonly spec: ResourceType;
  readonly symbol: TypeScript.Symbol | undefined;
}

/** Turns references into the entries of tables. */
class Entries {
  readonly #resolver: NameResolver;

  constructor(resolver: NameResolver) {
    this.#resolver = resolver;
  }

  type({ type, from, release }: ResourceEntry): ResolvedType | undefined {
    if (type === undefined) {
      if (from === undefined) return { spec: { kind: "structural", within: "anywhere" }, symbol: undefined };
      if (!release.includes("()")) throw new NameError(configMessages.moduleWithoutType);
      return { spec: { kind: "function", from: [] }, symbol: undefined };
    }
    const symbol = this.#resolver.type(type.split("."), from);
    if (symbol === undefined) return undefined;
    const files = new Set((symbol.declarations ?? []).map((each) => each.getSourceFile().fileName));
    return { spec: { kind: "named", name: symbol.name, from: [...files] }, symbol };
  }

  acquire(reference: Reference, from: string | undefined): AcquireSpec | undefined {
    const { selectors, text } = reference;
    const [first, second, ...more] = selectors;
    const resolved = this.#resolver.callee(reference, from);
    if (resolved === undefined) return undefined;
    const { callee } = resolved;
    if (more.length > 0) throw new NameError(configMessages.selectors.acquire(text));
    if (first === undefined || (first.kind === "result" && second === undefined)) return { callee };
    if (first.kind === "receiver" && second === undefined) return { callee, gives: "this" };
    if (first.kind === "result" && second?.kind === "element") return { callee, part: [String(second.index)] };
    if (first.kind === "argument" && second?.kind === "argument" && second.property === undefined) {
      checkParameter(resolved, reference, first.index);
      const { index, property } = first;
      return {
        callee,
        gives: { callback: index, parameter: second.index, ...(property === undefined ? {} : { property }) },
      };
    }
    throw new NameError(configMessages.selectors.acquire(text));
  }

  release(
    reference: Reference,
    type: TypeScript.Symbol | undefined,
    from: string | undefined,
  ): ReleaseSpec | undefined {
    const { path, selectors, text, module } = reference;
    const [first, ...more] = selectors;
    if (path.length === 0) return { kind: "call" };
    const [name = ""] = path.slice(-1);
    if (first === undefined) {
      const own = path.length === 1 || (path.length === 2 && path[0] === type?.name);
      if (!own || module !== undefined) throw new NameError(configMessages.selectors.release(text));
      if (type !== undefined) this.#resolver.method(type, name);
      return { kind: "method", name };
    }
    if (first.kind !== "argument" || first.property !== undefined || more.length > 0)
      throw new NameError(configMessages.selectors.release(text));
    const resolved = this.#resolver.callee(reference, from);
    if (resolved === undefined) return undefined;
    checkParameter(resolved, reference, first.index);
    return { kind: "function", callee: resolved.callee, argument: first.index };
  }

  /** @param type the resource's own: `"intoStream"` alone is then a method of it */
  operand(reference: Reference, from: string | undefined, type?: TypeScript.Symbol): OperandSpec | undefined {
    const { selectors, path, text, when } = reference;
    const [selector, ...more] = selectors;
    if (selector === undefined && path.length === 1 && type !== undefined) {
      const method = parseReference(`${type.name}.${path.join("")}(this)`);
      return method === undefined ? undefined : this.operand(method, from);
    }
    if (more.length > 0 || (selector?.kind !== "argument" && selector?.kind !== "receiver"))
      throw new NameError(configMessages.selectors.operand(text));
    if (selector.kind === "argument" && selector.property !== undefined)
      throw new NameError(configMessages.selectors.operand(text));
    const resolved = this.#resolver.callee(reference, from);
    if (resolved === undefined) return undefined;
    if (selector.kind === "argument") checkParameter(resolved, reference, selector.index);
    return {
      callee: resolved.callee,
      operand: selector.kind === "receiver" ? "this" : selector.index,
      ...(when === undefined ? {} : { when: { ...when, equals: true } }),
    };
  }

  /** What is only lent: an operand, or a property of options under which a resource is passed along. */
  lent(
    reference: Reference,
    from: string | undefined,
  ): { readonly operand?: OperandSpec; readonly property?: string } | undefined {
    const [selector] = reference.selectors;
    if (selector?.kind === "argument" && selector.property !== undefined) {
      const resolved = this.#resolver.callee(reference, from);
      if (resolved !== undefined) checkParameter(resolved, reference, selector.index);
      return { property: selector.property };
    }
    const operand = this.operand(reference, from);
    return operand === undefined ? undefined : { operand };
  }

  callOnce(reference: Reference): CallOnceSpec | undefined {
    const [selector, result, ...more] = reference.selectors;
    if (
      selector?.kind !== "argument" ||
      selector.property !== undefined ||
      (result !== undefined && result.kind !== "result") ||
      more.length > 0
    )
      throw new NameError(configMessages.selectors.callOnce(reference.text));
    const resolved = this.#resolver.callee(reference);
    if (resolved === undefined) return undefined;
    checkParameter(resolved, reference, selector.index);
    const { when } = reference;
    return {
      callee: resolved.callee,
      argument: selector.index,
      returned: result !== undefined,
      ...(when === undefined ? {} : { when }),
    };
  }

  consumes(reference: Reference): ConsumesSpec | undefined {
    const [selector, ...more] = reference.selectors;
    if (more.length > 0 || (selector?.kind !== "argument" && selector?.kind !== "receiver"))
      throw new NameError(configMessages.selectors.consumes(reference.text));
    const resolved = this.#resolver.callee(reference);
    if (resolved === undefined) return undefined;
    if (selector.kind === "receiver") return { callee: resolved.callee, operand: "this" };
    checkParameter(resolved, reference, selector.index);
    const { index, property } = selector;
    return { callee: resolved.callee, operand: index, ...(property === undefined ? {} : { property }) };
  }
}

/** Refuses the index of a parameter that no signature has. */
function checkParameter({ signatures }: ResolvedCallee, { path }: Reference, index: number): void {
  const most = Math.max(0, ...signatures.map(parameterCount));
  if (index >= most) throw new NameError(configMessages.noParameter(path.join("."), index, most));
}

function parameterCount({ parameters }: TypeScript.Signature): number {
  const last = parameters.at(-1)?.valueDeclaration as TypeScript.ParameterDeclaration | undefined;
  return last?.dotDotDotToken === undefined ? parameters.length : Infinity;
}
