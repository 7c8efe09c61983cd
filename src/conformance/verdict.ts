import { type Area, areasOf } from "./areas.js";
import { MatrixError, messages } from "./messages.js";
import { type TscVersion, tscVersions } from "./tsc.js";

/** One error, by its code and its 1-based line in the case's file. */
export interface CodeAt {
  /** As the tool prints it: `E0382`, `TS2345`, `MC0382`; `error` for one of rustc's that has no code. */
  readonly code: string;
  readonly line: number;
}

/** One error of tsc, with its 1-based column too. */
export interface CodeAtColumn extends CodeAt {
  readonly column: number;
}

/** What running a case does. */
export interface RuntimeVerdict {
  readonly ends: "returns" | "throws";
  /** The `code` of what was thrown, its `name` where it has no code. */
  readonly code?: string;
  /** How many warnings with the code `MOVECHECK_LEAK` were emitted. */
  readonly leaks: number;
}

/** What each layer must say of one case: the content of its `verdict.json`. */
export interface Verdict {
  /** One line: the misuse, or the valid use. */
  readonly title: string;
  readonly kind: "misuse" | "valid";
  readonly area: Area;
  /** The limit of the descriptor table that the case runs on, where it matters. */
  readonly limit?: number;
  /** The types promise that tsc alone stops it, on every line marked in `case.ts`. */
  readonly mustCatch?: true;
  /** Empty where rustc accepts the program. */
  readonly rustc: readonly CodeAt[];
  /** One list where the three compilers say the same, one each where they don't. */
  readonly tsc: readonly CodeAtColumn[] | Readonly<Record<TscVersion, readonly CodeAtColumn[]>>;
  readonly runtime: RuntimeVerdict;
  /** Decided by the rules, not measured. */
  readonly checker: readonly CodeAt[];
}

/** What one compiler is recorded to say. */
export function recordedTsc(verdict: Verdict, version: TscVersion): readonly CodeAtColumn[] {
  return isSame(verdict.tsc) ? verdict.tsc : verdict.tsc[version];
}

/** The verdict with one compiler's errors replaced; equal lists of all three become one. */
export function withTsc(verdict: Verdict, version: TscVersion, errors: readonly CodeAtColumn[]): Verdict {
  const each = Object.fromEntries(
    tscVersions.map((known) => [known, known === version ? errors : recordedTsc(verdict, known)]),
  ) as Record<TscVersion, readonly CodeAtColumn[]>;
  const [first, ...rest] = tscVersions.map((known) => JSON.stringify(each[known]));
  return { ...verdict, tsc: rest.every((other) => other === first) ? each["6.0"] : each };
}

function isSame(tsc: Verdict["tsc"]): tsc is readonly CodeAtColumn[] {
  return Array.isArray(tsc);
}

/**
 * Reads a `verdict.json`. What a maintainer has not recorded yet (`rustc`, `tsc`, `runtime`, `checker`) is empty.
 *
 * @throws MatrixError that names the case and the field
 */
export function parseVerdict(name: string, text: string): Verdict {
  const wrong = (problem: string): never => {
    throw new MatrixError(messages.badCase(name, `verdict.json: ${problem}`));
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  if (!isObject(json)) return wrong("not an object");
  const { title, kind, area, limit, mustCatch, rustc, tsc, runtime, checker, ...unknown } = json;
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) return wrong(`unknown field "${stranger}"`);
  if (typeof title !== "string" || title === "" || title.includes("\n"))
    return wrong('"title" must be one line of text');
  if (kind !== "misuse" && kind !== "valid") return wrong('"kind" must be "misuse" or "valid"');
  const knownArea = areasOf(kind).find((known) => known === area);
  if (knownArea === undefined) return wrong(`"area" must be one of: ${areasOf(kind).join(", ")}`);
  if (limit !== undefined && !isCount(limit)) return wrong('"limit" must be a whole number, 0 or more');
  if (mustCatch !== undefined && mustCatch !== true) return wrong('"mustCatch" can only be true');
  const list = (field: string, value: unknown): readonly CodeAt[] =>
    value === undefined || isCodes(value) ? (value ?? []) : wrong(`"${field}" must be a list of { code, line }`);
  const columns = (field: string, value: unknown): readonly CodeAtColumn[] =>
    value === undefined || isCodesAtColumns(value)
      ? (value ?? [])
      : wrong(`"${field}" must be a list of { code, line, column }`);
  return {
    title,
    kind,
    area: knownArea,
    ...(limit === undefined ? {} : { limit }),
    ...(mustCatch === undefined ? {} : { mustCatch }),
    rustc: list("rustc", rustc),
    tsc: isObject(tsc)
      ? {
          "5.9": columns("tsc.5.9", tsc["5.9"]),
          "6.0": columns("tsc.6.0", tsc["6.0"]),
          "7.0": columns("tsc.7.0", tsc["7.0"]),
        }
      : columns("tsc", tsc),
    runtime:
      runtime === undefined
        ? { ends: "returns", leaks: 0 }
        : isRuntime(runtime)
          ? runtime
          : wrong('"runtime" must be { ends, code?, leaks }'),
    checker: list("checker", checker),
  };
}

/** Writes a verdict as `parseVerdict` reads it: one error a line. */
export function formatVerdict(verdict: Verdict): string {
  const fields = Object.entries(verdict).map(
    ([field, value]) => `  ${JSON.stringify(field)}: ${formatValue(value, "  ")}`,
  );
  return `{\n${fields.join(",\n")}\n}\n`;
}

function formatValue(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const items = value.map((item: unknown) => `${indent}  ${formatValue(item, `${indent}  `)}`);
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  if (isObject(value)) {
    const inner = Object.entries(value);
    if (inner.some(([, item]) => Array.isArray(item))) {
      const items = inner.map(
        ([field, item]) => `${indent}  ${JSON.stringify(field)}: ${formatValue(item, `${indent}  `)}`,
      );
      return `{\n${items.join(",\n")}\n${indent}}`;
    }
    return `{ ${inner.map(([field, item]) => `${JSON.stringify(field)}: ${JSON.stringify(item)}`).join(", ")} }`;
  }
  return JSON.stringify(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCodes(value: unknown): value is readonly CodeAt[] {
  return (
    Array.isArray(value) && value.every((item) => isObject(item) && typeof item.code === "string" && isCount(item.line))
  );
}

function isCodesAtColumns(value: unknown): value is readonly CodeAtColumn[] {
  return isCodes(value) && value.every((item) => "column" in item && isCount(item.column));
}

function isRuntime(value: unknown): value is RuntimeVerdict {
  if (!isObject(value)) return false;
  const { ends, code, leaks } = value;
  return (
    (ends === "returns" || ends === "throws") && (code === undefined || typeof code === "string") && isCount(leaks)
  );
}
