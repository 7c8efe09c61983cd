import { isBuiltin } from "node:module";
import { dirname } from "node:path";
import type TypeScript from "typescript";
import { packageOf } from "../../source/package-of.js";
import { Declarations } from "./declarations.js";
import { moduleScope } from "./lookup.js";
import type { Scope } from "./lookup.js";

/** A module that the configuration names, in one program. */
export type FoundModule =
  | { readonly kind: "found"; readonly scope: Scope }
  /** It is there, but nothing in this program imports it: nothing can be made of what it declares. */
  | { readonly kind: "unused" }
  | { readonly kind: "missing" };

/**
 * Finds a module by the name that an import in the configuration's folder would give it.
 *
 * @param folder absolute path of the configuration's folder
 */
export function findModule(
  ts: typeof TypeScript,
  program: TypeScript.Program,
  folder: string,
  name: string,
): FoundModule {
  const checker = program.getTypeChecker();
  const ambient = checker.getAmbientModules().filter((each) => each.name === `"${name}"`);
  for (const module of ambient) return { kind: "found", scope: scopeOf(ts, program, module) };
  const file = resolve(ts, program, folder, name);
  const source = file === undefined ? undefined : program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module !== undefined) return { kind: "found", scope: scopeOf(ts, program, module) };
  // Installed for a part of the repository only: what that part imports tells where it is.
  const entry = program.getSourceFiles().filter(({ fileName }) => packageOf(fileName) === name);
  if (entry.length > 0) {
    const declared = new Declarations(
      ts,
      program,
      entry.flatMap(({ statements }) => [...statements]),
    );
    return { kind: "found", scope: declared };
  }
  return file !== undefined || isBuiltin(name) ? { kind: "unused" } : { kind: "missing" };
}

/** The file that a module's name leads to from the configuration, or from the project's own tsconfig.json. */
function resolve(ts: typeof TypeScript, program: TypeScript.Program, folder: string, name: string): string | undefined {
  const options = program.getCompilerOptions();
  const { configFilePath } = options as { configFilePath?: string };
  const folders = [folder, ...(configFilePath === undefined ? [] : [dirname(configFilePath)])];
  for (const from of folders) {
    // As TypeScript resolves for a CommonJS file: with `exports` or without, with an extension or without.
    for (const moduleResolution of [options.moduleResolution, ts.ModuleResolutionKind.Bundler]) {
      const { resolvedModule } = ts.resolveModuleName(
        name,
        `${from}/movecheck.json.ts`,
        {
          ...options,
          ...(moduleResolution === undefined ? {} : { moduleResolution }),
          allowImportingTsExtensions: true,
        },
        ts.sys,
      );
      if (resolvedModule !== undefined) return resolvedModule.resolvedFileName;
    }
  }
  return undefined;
}

function scopeOf(ts: typeof TypeScript, program: TypeScript.Program, module: TypeScript.Symbol): Scope {
  const declarations = module.declarations ?? [];
  const statements = declarations.flatMap((declaration) => {
    if (ts.isSourceFile(declaration)) return [...declaration.statements];
    return ts.isModuleDeclaration(declaration) && declaration.body !== undefined && ts.isModuleBlock(declaration.body)
      ? [...declaration.body.statements]
      : [];
  });
  return moduleScope(ts, program.getTypeChecker(), module, new Declarations(ts, program, statements));
}
