import type { TSESTree } from "@typescript-eslint/types";
import type { PatternPart } from "./binding.js";

/** A name and the part of the destructured value that it is. */
export interface NamedPart {
  readonly name: TSESTree.Identifier;
  readonly part: PatternPart;
}

/** The names that stand directly in a pattern under a key that is known, without a fallback. */
export function patternParts(pattern: TSESTree.Node, source: TSESTree.Expression | undefined): NamedPart[] {
  const found: NamedPart[] = [];
  const add = (name: TSESTree.Node | null, key: string, of: PatternPart["pattern"]): void => {
    if (name?.type === "Identifier") found.push({ name, part: { pattern: of, key, source } });
  };
  if (pattern.type === "ArrayPattern")
    pattern.elements.forEach((element, index) => {
      add(element, String(index), pattern);
    });
  if (pattern.type !== "ObjectPattern") return found;
  for (const property of pattern.properties) {
    if (property.type === "RestElement" || property.computed) continue;
    const { key, value } = property;
    if (key.type === "Identifier") add(value, key.name, pattern);
    else add(value, String(key.value), pattern);
  }
  return found;
}
