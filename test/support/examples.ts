import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./kit.js";

/** One `@example` of a doc comment. */
export interface Example {
  /** Relative to the repository's root. */
  readonly source: string;
  /** The declaration the comment stands before. */
  readonly name: string;
  readonly code: string;
}

const comment =
  /\/\*\*(?<body>(?:[^*]|\*(?!\/))*)\*\/\s*export\s+(?:declare\s+|abstract\s+|async\s+)?(?:type|interface|const|function|class|namespace)\s+(?<name>\w+)/g;

/** The examples of the doc comments in a source text; a comment may have several. */
export function examplesOf(text: string, source: string): Example[] {
  return [...text.matchAll(comment)].flatMap(({ groups }) => {
    const body = (groups?.body ?? "").split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
    return body
      .join("\n")
      .split(/^@(?=\w)/m)
      .filter((tag) => tag.startsWith("example"))
      .map((tag) => ({ source, name: groups?.name ?? "", code: tag.slice("example".length).trim() }));
  });
}

/** The examples of a TypeScript file of the repository, or of all under a folder. */
export function examplesUnder(path: string): Example[] {
  const whole = join(root, path);
  const files = path.endsWith(".ts")
    ? [whole]
    : readdirSync(whole, { recursive: true }).map((name) => join(whole, String(name)));
  return files
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .flatMap((path) => examplesOf(readFileSync(path, "utf8"), relative(root, path)));
}
