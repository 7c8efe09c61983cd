import type {
  AcquireSpec,
  OperandSpec,
  ReleaseSpec,
  ResourceSeverity,
  ResourceSpec,
  ResourceType,
} from "../../checker/oracle/resource-spec.js";

/**
 * How loud a resource's findings are.
 *
 * 1. A leak is an error.
 * 2. A leak is a warning.
 * 3. A leak is not told; use after release and double release are.
 * 4. As 2, but only when the configuration names the preset.
 */
export type Tier = 1 | 2 | 3 | 4;

/** Something that is claimed about a resource, and where it is said, written or was measured. */
export interface Evidence {
  readonly claim: string;
  /** A file of the package, a document, an issue; "measured" with the version. */
  readonly source: string;
}

/** One kind of resource of a preset: a {@link ResourceSpec} whose severities follow from its tier. */
export interface PresetResource {
  readonly tier: Tier;
  /** The tier in test files, where it is another. */
  readonly tierInTests?: Tier;
  readonly type: ResourceType;
  readonly acquire: readonly AcquireSpec[] | "inferred";
  readonly release: readonly ReleaseSpec[];
  readonly transfer?: readonly OperandSpec[];
  readonly borrow?: readonly OperandSpec[];
  /** What only an exception that leaves the function keeps from being released; `off` where left out. */
  readonly leakOnThrow?: ResourceSeverity;
  /** What the second release does: `error` where it throws; `off` where left out. */
  readonly releaseTwice?: ResourceSeverity;
  /** `error` where left out. */
  readonly useAfterRelease?: ResourceSeverity;
  readonly until?: "drained";
  readonly harmlessAfterRelease?: readonly string[];
  readonly diesWithReceiver?: boolean;
  readonly receiverReleases?: readonly string[];
  readonly mayBeDropped?: boolean;
  readonly lentAs?: readonly string[];
  /** What happens if it is not released, in one clause. */
  readonly consequence: string;
  readonly evidence: readonly Evidence[];
}

/** A table of resources that a package, or the platform, has. */
export interface Preset {
  /** What the configuration calls it. */
  readonly name: string;
  /** The packages it is about, as imported; `"presets": "auto"` takes it when one of them resolves. None: always. */
  readonly packages: readonly string[];
  /** Only taken when the configuration names it. */
  readonly onRequest?: boolean;
  /** What it is about, in one sentence for its page. */
  readonly summary: string;
  readonly resources: readonly PresetResource[];
  readonly collectors?: readonly OperandSpec[];
}

/**
 * A preset's resource as the checker takes it.
 *
 * @param tests for test files
 */
export function toSpec(origin: string, resource: PresetResource, tests: boolean): ResourceSpec {
  const { tier, tierInTests, evidence: _evidence, transfer = [], borrow = [], ...rest } = resource;
  return {
    leakOnThrow: "off",
    releaseTwice: "off",
    useAfterRelease: "error",
    ...rest,
    origin,
    transfer,
    borrow,
    leak: leakSeverity[tests ? (tierInTests ?? tier) : tier],
  };
}

const leakSeverity: Readonly<Record<Tier, ResourceSeverity>> = { 1: "error", 2: "warning", 3: "off", 4: "warning" };
