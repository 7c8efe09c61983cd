// One emitted ES module in the form in which the library ships it.
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  // The declarations have the documentation.
  removeComments: true,
};

/** The same module without its comments. */
export function toEsModule(text: string): string {
  return ts.transpileModule(text, { compilerOptions: { ...options, module: ts.ModuleKind.ESNext } }).outputText;
}

/** The module as CommonJS. `import()` stays what it is: it may be given an ES module. */
export function toCommonJs(text: string): string {
  return ts.transpileModule(text, {
    // The ending is what says CommonJS to the compiler.
    fileName: "module.cts",
    compilerOptions: { ...options, module: ts.ModuleKind.Node16 },
    transformers: { before: [withoutImportMeta] },
  }).outputText;
}

/** `import.meta.url` is what `__filename` is in CommonJS, as an address. */
const withoutImportMeta: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isMetaProperty(node.expression) || node.name.text !== "url")
      return ts.visitEachChild(node, visit, context);
    const required = factory.createCallExpression(factory.createIdentifier("require"), undefined, [
      factory.createStringLiteral("node:url"),
    ]);
    const address = factory.createCallExpression(
      factory.createPropertyAccessExpression(required, "pathToFileURL"),
      undefined,
      [factory.createIdentifier("__filename")],
    );
    return factory.createPropertyAccessExpression(address, "href");
  };
  return ts.visitNode(file, visit, ts.isSourceFile);
};
