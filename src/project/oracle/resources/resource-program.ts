import type TypeScript from "typescript";
import type { ResourceFacts } from "../../../checker/oracle/resource-oracle.js";
import type { AcquireSpec, OperandSpec, ResourceTable } from "../../../checker/oracle/resource-spec.js";
import type { OracleContext } from "../context.js";
import { resourceKind, type ResourceKind } from "./resource-kind.js";
import type { Summaries } from "./summaries.js";

/** An entry of a table that a call of this name may mean. */
export interface NamedAcquire {
  readonly kind: ResourceKind;
  readonly spec: AcquireSpec;
}

/** Names of functions without a body that make what they return, where a table leaves it to be inferred. */
export const MAKER =
  /^(?:acquire|connect|create|fork|get|launch|lease|lock|make|new|open|reserve|spawn|start|take)(?![a-z])/u;

/** A table, prepared for the files of one program. */
export class ResourceProgram {
  readonly kinds: readonly ResourceKind[];
  readonly acquiresByName: ReadonlyMap<string, readonly NamedAcquire[]>;
  readonly operandsByName: ReadonlyMap<string, readonly OperandSpec[]>;
  /** Kinds whose acquiring calls are inferred: by `new`, by a maker's name. */
  readonly inferred: readonly ResourceKind[];

  constructor(
    readonly context: OracleContext,
    readonly table: ResourceTable,
    readonly summaries: Summaries,
  ) {
    this.kinds = table.resources.map((spec) => resourceKind(context, spec));
    this.inferred = this.kinds.filter(({ spec }) => spec.acquire === "inferred");
    this.acquiresByName = groupBy(
      this.kinds.flatMap((kind) =>
        kind.spec.acquire === "inferred" ? [] : kind.spec.acquire.map((spec): NamedAcquire => ({ kind, spec })),
      ),
      ({ spec }) => spec.callee.name,
    );
    this.operandsByName = groupBy(table.collectors, ({ callee }) => callee.name);
  }

  /** Which kind of resource a type is; a promise and `undefined` are looked through. */
  factsOf(
    type: TypeScript.Type,
    kinds: readonly ResourceKind[] = this.kinds,
  ): { readonly kind: ResourceKind; readonly facts: ResourceFacts } | undefined {
    for (const part of this.parts(type)) {
      for (const kind of kinds) {
        const facts = kind.factsFor(part);
        if (facts !== undefined) return { kind, facts };
      }
    }
    return undefined;
  }

  /** What a value of a type may be once it is there: the alternatives, without promises around them. */
  parts(type: TypeScript.Type): readonly TypeScript.Type[] {
    const { checker } = this.context;
    const awaited = checker.getAwaitedType(type) ?? type;
    const present = checker.getNonNullableType(awaited);
    return present.isUnion() ? present.types : [present];
  }
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
