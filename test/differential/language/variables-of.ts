import type { Block } from "./statement.js";
import type { Subject } from "./subject.js";
import { blocksOf } from "./uses.js";
import type { Variable } from "./variable.js";

/** Every variable of a function by its name, which is unique in the function. */
export function variablesOf(subject: Subject): ReadonlyMap<string, Variable> {
  const variables = new Map<string, Variable>(
    subject.parameters.map(({ name, by, type }) => [name, { kind: by, name, type }]),
  );
  const visit = (block: Block): void => {
    for (const statement of block) {
      if (statement.kind === "let")
        variables.set(statement.name, {
          kind: "value",
          name: statement.name,
          type: statement.type,
          ...(statement.using ? { using: true } : {}),
        });
      else if (statement.kind === "let-reference")
        variables.set(statement.name, { kind: "reference", name: statement.name, type: statement.type });
      else if (statement.kind === "let-closure")
        variables.set(statement.name, { kind: "closure", name: statement.name });
      blocksOf(statement).forEach(visit);
    }
  };
  visit(subject.body);
  return variables;
}
