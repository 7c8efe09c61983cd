import type { JSONPath } from "jsonc-parser";
import * as v from "valibot";
import type { JsonSource } from "./json-source.js";
import { configMessages } from "./messages.js";
import { nearest } from "./nearest.js";
import type { ProjectError } from "./project-error.js";
import { configurationSchema, resourceSchema } from "./schema.js";
import type { Configuration } from "./schema.js";

/**
 * Checks the form of a configuration and fills in what it leaves out; whether its names resolve is another question.
 *
 * @param source the text that holds it
 * @param base where in the text it stands: `["movecheck"]` in a package.json
 * @throws ProjectError about the first thing in it that is wrong: where, what, and what was probably meant
 */
export function validate(source: JsonSource, base: JSONPath): Configuration {
  const value = source.valueAt(base);
  // To valibot a list is an object too.
  if (Array.isArray(value))
    throw source.errorAt(
      base,
      configMessages.wrongValue(configMessages.whole, configMessages.expected.object, received(value), undefined),
    );
  const result = v.safeParse(configurationSchema, value);
  if (result.success) return result.output;
  // A misspelt key goes before the one that is missing for it.
  const issue = result.issues.find(({ expected }) => expected === "never") ?? result.issues[0];
  throw describe(source, base, innermost(issue));
}

/** Of a value with alternatives: what is wrong with the part of it that comes closest to one of them. */
function innermost(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const inner = issue.issues?.find(({ path }) => path !== undefined);
  return inner?.path === undefined ? issue : { ...inner, path: [...(issue.path ?? []), ...inner.path] };
}

function describe(source: JsonSource, base: JSONPath, issue: v.BaseIssue<unknown>): ProjectError {
  const inner = (issue.path ?? []).map(({ key }) => key as string | number);
  const path = [...base, ...inner];
  const key = inner.at(-1);
  const parent = inner.slice(0, -1);
  if (issue.type === "strict_object" && issue.expected !== "Object" && key !== undefined) {
    const where = parent.length === 0 ? "" : configMessages.in(printed(parent));
    const known = Object.keys(parent.length === 0 ? configurationSchema.entries : resourceSchema.entries);
    return issue.expected === "never"
      ? source.errorAt(path, configMessages.unknownKey(String(key), where, nearest(String(key), known), known), "key")
      : source.errorAt([...base, ...parent], configMessages.missingKey(String(key), where));
  }
  const what = inner.length === 0 ? configMessages.whole : printed(inner);
  const words = typeof issue.input === "string" ? (issue.message.match(/(?<=")[^"]+(?=")/gu) ?? []) : [];
  const meant = issue.type === "picklist" || issue.type === "union" ? nearest(String(issue.input), words) : undefined;
  return source.errorAt(path, configMessages.wrongValue(what, issue.message, received(issue.input), meant));
}

/** `resources[0].leak`, as a person would point at it. */
function printed(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
}

function received(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (value === null) return "null";
  return typeof value === "object" ? "an object" : JSON.stringify(value);
}
