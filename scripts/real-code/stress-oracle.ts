import type { TSESTree } from "@typescript-eslint/types";
import type { CallFacts, FunctionVariance, Passing } from "../../src/checker/oracle/call-facts.js";
import type { TypeFacts } from "../../src/checker/oracle/type-facts.js";
import type { TypeOracle } from "../../src/checker/oracle/type-oracle.js";
import type { CallNode, FunctionNode } from "../../src/checker/syntax/nodes.js";

/**
 * Pretends that a good part of a program's types are linear, so that the dataflow has something to do in code where
 * nothing is. What it then reports means nothing; that it ends, and does not fail, does.
 *
 * The choice depends on the types' and functions' names only, so that it is the same in every run.
 */
export class StressOracle implements TypeOracle {
  readonly #facts = new Map<string, TypeFacts>();

  constructor(private readonly real: TypeOracle) {}

  typeOf(expression: TSESTree.Expression): TypeFacts {
    return this.#pretend(this.real.typeOf(expression));
  }

  declared(binding: TSESTree.Identifier): TypeFacts {
    return this.#pretend(this.real.declared(binding));
  }

  thisType(node: FunctionNode | TSESTree.PropertyDefinition, held?: "lent" | "owned"): TypeFacts {
    return this.real.thisType(node, held);
  }

  consumedParameter(node: FunctionNode): number | undefined {
    return this.real.consumedParameter(node);
  }

  narrowedParameter(node: FunctionNode): number | "this" | undefined {
    return this.real.narrowedParameter(node);
  }

  variance(node: TSESTree.Expression | FunctionNode): FunctionVariance | undefined {
    return this.real.variance(node);
  }

  takesFirst(callee: TSESTree.Expression): boolean {
    return this.real.takesFirst(callee);
  }

  propertyKey(key: TSESTree.Expression): string | undefined {
    return this.real.propertyKey(key);
  }

  isAccessor(member: TSESTree.MemberExpression): boolean {
    return this.real.isAccessor(member);
  }

  iterated(expression: TSESTree.Expression): TypeFacts {
    return this.#pretend(this.real.iterated(expression));
  }

  call(node: CallNode): CallFacts {
    const facts = this.real.call(node);
    const passes: Passing = hash(facts.name) % 2 === 0 ? "move" : "borrow";
    return { ...facts, parameters: facts.parameters.map((parameter) => ({ ...parameter, passes })) };
  }

  expected(expression: TSESTree.Expression): Passing {
    const passing = this.real.expected(expression);
    return passing === "erase" ? passing : "move";
  }

  contextualType(expression: TSESTree.Expression): TypeFacts | undefined {
    const facts = this.real.contextualType(expression);
    return facts === undefined ? undefined : this.#pretend(facts);
  }

  refine(): boolean {
    return true;
  }

  exhausted(): boolean {
    return false;
  }

  sendObstacle(): undefined {
    return undefined;
  }

  #pretend(facts: TypeFacts): TypeFacts {
    const { name } = facts;
    // Named object types and arrays of them; not primitives, functions or literals.
    if (!/^[A-Z][\w.]*(?:<.*>)?(?:\[\])?$/u.test(name) || hash(name) % 3 === 0) return facts;
    let pretended = this.#facts.get(name);
    if (pretended === undefined) {
      const members = facts.members;
      pretended = {
        ...facts,
        ownership: "owned",
        dropGlue: hash(name) % 5 === 0,
        container: name.endsWith("[]"),
        members,
        member: (key) => this.#pretend(facts.member(key)),
        name,
      };
      this.#facts.set(name, pretended);
    }
    return pretended;
  }
}

function hash(text: string): number {
  let sum = 7;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
