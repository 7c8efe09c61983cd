import type { TSESTree } from "@typescript-eslint/types";

/** The names that a module's imports and variables introduce at its top level. */
export function topLevelBindings(ast: TSESTree.Program): TSESTree.Identifier[] {
  return ast.body.flatMap((statement) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "ImportDeclaration") return declaration.specifiers.map(({ local }) => local);
    if (declaration?.type === "VariableDeclaration") return declaration.declarations.flatMap(({ id }) => namesIn(id));
    return [];
  });
}

function namesIn(pattern: TSESTree.Node | null): TSESTree.Identifier[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern];
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === "Property" ? property.value : property),
      );
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
