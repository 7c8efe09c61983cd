import { findNodeAtLocation, parseTree, printParseErrorCode } from "jsonc-parser";
import type { JSONPath, Node, ParseError } from "jsonc-parser";
import { ProjectError } from "./project-error.js";
import { configMessages } from "./messages.js";

/** A text of JSON with comments, which knows where in it each value stands. */
export class JsonSource {
  readonly #text: string;
  readonly #root: Node;

  /**
   * @param shown the file's name as people know it
   * @throws ProjectError when the text is no JSON, or names a key twice
   */
  constructor(
    readonly shown: string,
    text: string,
  ) {
    // A byte order mark is no part of the text, but many editors write one.
    this.#text = text.replace(/^\uFEFF/u, "");
    const errors: ParseError[] = [];
    const root = parseTree(this.#text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first !== undefined) throw this.#errorAt(first.offset, configMessages.broken(printParseErrorCode(first.error)));
    if (root === undefined) throw this.#errorAt(0, configMessages.empty);
    this.#root = root;
    this.#refuseRepeatedKeys(root);
  }

  /** The value at a path, as `JSON.parse` would give it; `undefined` when there is none. */
  valueAt(path: JSONPath): unknown {
    const node = findNodeAtLocation(this.#root, path);
    return node === undefined ? undefined : plain(node);
  }

  /**
   * An error about what stands at a path.
   *
   * @param at whether it is about the value or about its key; about the nearest value around it when there is none
   */
  errorAt(path: JSONPath, text: string, at: "key" | "value" = "value"): ProjectError {
    for (let length = path.length; ; length -= 1) {
      const node = findNodeAtLocation(this.#root, path.slice(0, length));
      if (node === undefined) continue;
      const key = at === "key" && length === path.length && node.parent?.type === "property" ? node.parent : node;
      return this.#errorAt(key.offset, text);
    }
  }

  #errorAt(offset: number, text: string): ProjectError {
    const before = this.#text.slice(0, offset).split(/\r\n|\r|\n/u);
    const column = (before.at(-1)?.length ?? 0) + 1;
    return new ProjectError(configMessages.at(this.shown, before.length, column, text));
  }

  #refuseRepeatedKeys(node: Node): void {
    const keys = new Set<unknown>();
    for (const child of node.children ?? []) {
      if (child.type === "property") {
        const [key] = child.children ?? [];
        if (key !== undefined && keys.has(key.value))
          throw this.#errorAt(key.offset, configMessages.repeatedKey(String(key.value)));
        keys.add(key?.value);
      }
      this.#refuseRepeatedKeys(child);
    }
  }
}

/** A node's value in objects without a prototype: a key `__proto__` is a key like any other. */
function plain(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(plain);
  if (node.type !== "object") return node.value;
  const value = Object.create(null) as Record<string, unknown>;
  for (const property of node.children ?? []) {
    const [key, member] = property.children ?? [];
    if (key !== undefined && member !== undefined) value[String(key.value)] = plain(member);
  }
  return value;
}
