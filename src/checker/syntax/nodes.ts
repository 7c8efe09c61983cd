import type { TSESTree } from "@typescript-eslint/types";

/** Anything with a resolved signature. */
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/** Anything with a body that runs when it is called. */
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** What owns a body of code. */
export type BodyNode =
  | FunctionNode
  | TSESTree.Program
  | TSESTree.StaticBlock
  | TSESTree.TSModuleBlock
  | TSESTree.PropertyDefinition
  | TSESTree.AccessorProperty;
