import type { TSESTree } from "@typescript-eslint/types";
import type { CallNode, FunctionNode } from "../syntax/nodes.js";
import type { CallFacts, FunctionVariance, Passing } from "./call-facts.js";
import type { SendObstacle, Test } from "./refinement.js";
import type { ResourceOracle } from "./resource-oracle.js";
import type { TypeFacts } from "./type-facts.js";

/**
 * The only door to the type checker. The core asks by ESTree node, never sees the compiler's objects, and
 * so runs over any implementation: TypeScript 6's API, a batched remote one, a table in a test.
 *
 * Every method is a pure function of its arguments for the life of the oracle; the core asks about a node
 * at most a few times, and only where a linear value can be involved. No method throws: a node the
 * implementation can't resolve has the facts `NOTHING`.
 */
export interface TypeOracle {
  /**
   * Told once per function which nodes the core is about to ask for, so that a remote implementation can
   * fetch them in one batch. Optional; has no effect on the answers.
   */
  readonly prefetch?: (request: Prefetch) => void;

  /**
   * The type of an expression at this point, narrowed by control flow as the compiler narrows it.
   * `never` (a confused narrowing, unreachable code) and error types give the declared type's facts when
   * the expression is a reference, `NOTHING` otherwise. `x!`, `x as T` and `x satisfies T` have the
   * facts of the type they produce.
   */
  typeOf(expression: TSESTree.Expression): TypeFacts;

  /** The declared (not narrowed) type of what a binding identifier introduces: variable, parameter, import, catch. */
  declared(binding: TSESTree.Identifier): TypeFacts;

  /**
   * The type of a variable that is declared without one (`let x;`, `const list = []`), so that it evolves with what is
   * written to it: all that it is where it is mentioned. `undefined` where the compiler does not follow it. Optional.
   */
  readonly evolved?: (
    declaration: TSESTree.Identifier,
    mentions: readonly TSESTree.Identifier[],
  ) => TypeFacts | undefined;

  /**
   * The type of `this` in a function or method: a declared `this` parameter's type, `borrow` for the
   * instance of a class or object literal whose type holds something linear (also in its constructor).
   *
   * @param held `owned` asks for the instance as its drop glue has it: to be consumed field by field
   */
  thisType(node: FunctionNode | TSESTree.PropertyDefinition, held?: "lent" | "owned"): TypeFacts;

  /**
   * The index of the parameter that ends in this function, because the function itself is a consumer of it: its own or
   * its expected signature says `asserts parameter is Moved<...>`. What is left of it is not owed.
   */
  consumedParameter(node: FunctionNode): number | undefined;

  /**
   * What this function tests and does not consume, because it is a type guard or an assertion function (`x is T`,
   * `asserts x`, `this is T`): the index of a parameter, or its receiver. It is lent, whatever type it is declared with.
   */
  narrowedParameter(node: FunctionNode): number | "this" | undefined;

  /**
   * The name of the property that a computed key stands for, when its type has one value: a literal, an enum's member, a
   * `unique symbol`. `undefined` for any other key.
   */
  propertyKey(key: TSESTree.Expression): string | undefined;

  /** Whether a member is an accessor of its object (`get x()`, `set x(v)`): reading or writing it is a call. */
  isAccessor(member: TSESTree.MemberExpression): boolean;

  /**
   * How a function differs in ownership from the place it is put into: an argument's parameter type, a variable's or property's
   * declared type, the method that it implements or overrides. `undefined` when it does not.
   */
  variance(node: TSESTree.Expression | FunctionNode): FunctionVariance | undefined;

  /** Whether a function that is passed by name takes its first parameter by value. */
  takesFirst(callee: TSESTree.Expression): boolean;

  /** What one iteration over the expression yields (`for of`, spread, array destructuring). */
  iterated(expression: TSESTree.Expression): TypeFacts;

  /** What a call does with its receiver, arguments and result. */
  call(node: CallNode): CallFacts;

  /**
   * How an owned expression enters the destination it is written into when that is not an argument: an
   * initialiser or the right side of an assignment (the target's declared type), a property value, an array
   * element, an operand of `return`, `yield` or a concise arrow body (the declared return type). Asked only
   * for expressions whose type is owned.
   */
  expected(expression: TSESTree.Expression): Passing;

  /**
   * The contextual type of an expression: the declared type of the destination it is written into (as for
   * {@link expected});
   * `undefined` when nothing declares one.
   */
  contextualType(expression: TSESTree.Expression): TypeFacts | undefined;

  /**
   * Whether the reference's type (as narrowed where it is written) may still hold something linear once the
   * test has the given outcome. `true` when in doubt.
   *
   * @param member asks about this property of the reference alone
   */
  refine(reference: TSESTree.Expression, test: Test, outcome: boolean, member?: string): boolean;

  /** Whether an expression equals one of the others whatever its value: a `switch` with these tests has no way past them. */
  exhausted(expression: TSESTree.Expression, others: readonly TSESTree.Expression[]): boolean;

  /** Answers about resources; a project that has none leaves it out. */
  readonly resources?: ResourceOracle;

  /** Why the expression's type is not Send; `undefined` when it is. */
  sendObstacle(expression: TSESTree.Expression): SendObstacle | undefined;
}

/** Nodes the core is about to ask for; see {@link TypeOracle.prefetch}. */
export interface Prefetch {
  readonly types: readonly TSESTree.Expression[];
  readonly bindings: readonly TSESTree.Identifier[];
  readonly calls: readonly CallNode[];
}
