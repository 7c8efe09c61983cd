import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, describe, test } from "node:test";
import type TypeScript from "typescript";
import type { AcquireSpec, CalleeSpec, DeclaredIn, OperandSpec } from "../../../src/checker/oracle/resource-spec.js";
import { Declarations, memberName } from "../../../src/project/config/resolve/declarations.js";
import type { Preset, PresetResource } from "../../../src/project/presets/preset.js";
import { presets } from "../../../src/project/presets/presets.js";
import { ts } from "../../../src/project/source/typescript.js";
import { folderWithPackages, nodeTypes, programOf } from "./packages.js";

/** Packages that are looked at through another one, or not at all. */
const notInstalled: ReadonlySet<string> = new Set([
  "playwright",
  "@playwright/test",
  "puppeteer",
  "quickjs-emscripten",
]);

const imported = [...new Set(presets.flatMap(({ packages }) => packages)), "pg-cursor"].filter(
  (name) => !notInstalled.has(name) && name !== "@webgpu/types",
);
const text = `${imported.map((name, index) => `import * as _${index} from "${name}";`).join("\n")}
import "node:sqlite"; import "node:fs/promises"; import "node:worker_threads"; import "node:https";
export {};\n`;

const worlds = nodeTypes.map((types) => {
  const folder = folderWithPackages(types);
  return { folder, program: programOf(folder, text, types === "@types/node" ? "page" : "worker") };
});
after(() => {
  for (const { folder } of worlds) rmSync(folder, { recursive: true });
});

/** Names of a preset are looked for in each version of Node's declarations: one that has them is enough. */
class Names {
  readonly #found = new Map<string, Declarations>();

  constructor(
    readonly program: TypeScript.Program,
    readonly from: DeclaredIn,
  ) {}

  in(from: DeclaredIn = this.from): Declarations {
    const key = from.join();
    let declarations = this.#found.get(key);
    if (declarations === undefined) {
      declarations = new Declarations(ts, this.program, from);
      this.#found.set(key, declarations);
    }
    return declarations;
  }

  /** The signatures that a callee of a table stands for. */
  signatures({ kind, owner, name, from }: CalleeSpec, own: string | undefined): readonly TypeScript.Signature[] {
    const declarations = this.in(from);
    if (kind === "function")
      return declarations.functions(name).flatMap((symbol) => declarations.signatures(symbol, "call"));
    if (kind === "constructor")
      return declarations.constructors(name).flatMap((symbol) => declarations.signatures(symbol, "construct"));
    const member = declarations.member(owner ?? own ?? "", name);
    return member === undefined ? [] : declarations.signatures(member, "call");
  }

  /** The properties of a type, those it inherits with them. */
  properties(type: string): ReadonlySet<string> {
    const checker = this.program.getTypeChecker();
    return new Set(
      this.in()
        .types(type)
        .flatMap((symbol) => checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)))
        .map(memberName),
    );
  }
}

const names = (resource: PresetResource): readonly Names[] =>
  worlds.map(({ program }) => new Names(program, resource.type.kind === "structural" ? [] : resource.type.from));

const typeName = ({ type }: PresetResource): string | undefined => (type.kind === "named" ? type.name : undefined);

const printed = ({ kind, owner, name }: CalleeSpec): string =>
  kind === "constructor" ? `new ${name}` : owner === undefined ? name : `${owner}.${name}`;

function callees(resource: PresetResource, { collectors = [] }: Preset): readonly CalleeSpec[] {
  return [
    ...(resource.acquire === "inferred" ? [] : resource.acquire.map(({ callee }) => callee)),
    ...resource.release.flatMap((each) => (each.kind === "function" ? [each.callee] : [])),
    ...[...(resource.transfer ?? []), ...(resource.borrow ?? []), ...collectors].map(({ callee }) => callee),
  ];
}

/** Operands of a resource: what is transferred, lent or released by a function. */
function operands({ transfer = [], borrow = [], release }: PresetResource): readonly OperandSpec[] {
  const released = release.flatMap((each) =>
    each.kind === "function" ? [{ callee: each.callee, operand: each.argument }] : [],
  );
  return [...transfer, ...borrow, ...released];
}

/** Whether a signature can be called with an argument of this index. */
function takes(signature: TypeScript.Signature, index: number): boolean {
  const last = signature.parameters.at(-1)?.valueDeclaration;
  return (
    signature.parameters.length > index ||
    (last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined)
  );
}

/** Whether what a call gives is, or may be, of the resource's type. */
function gives(
  program: TypeScript.Program,
  signature: TypeScript.Signature,
  acquire: AcquireSpec,
  type: string,
): boolean {
  const checker = program.getTypeChecker();
  const returned = signature.getReturnType();
  let given = checker.getAwaitedType(returned) ?? returned;
  if ((returned.flags & ts.TypeFlags.TypeParameter) !== 0) return true;
  for (const name of acquire.part ?? []) {
    const property = checker.getPropertyOfType(given, name);
    if (property === undefined) return false;
    given = checker.getTypeOfSymbol(property);
  }
  return mayBe(checker, given, type);
}

function mayBe(checker: TypeScript.TypeChecker, given: TypeScript.Type, type: string): boolean {
  if (given.isUnionOrIntersection()) return given.types.some((part) => mayBe(checker, part, type));
  if ((given.flags & ts.TypeFlags.TypeParameter) !== 0) return true;
  const { symbol, aliasSymbol } = given as { symbol?: TypeScript.Symbol; aliasSymbol?: TypeScript.Symbol };
  if (symbol?.name === type || aliasSymbol?.name === type) return true;
  const bases = given.getBaseTypes() ?? [];
  return bases.some((base) => mayBe(checker, base, type));
}

test("each preset has a name of its own and says what it is about", () => {
  assert.equal(new Set(presets.map(({ name }) => name)).size, presets.length);
  for (const { name, summary, resources } of presets) {
    assert.match(summary, /^[A-Z].*\.$/u, name);
    assert.ok(resources.length > 0, name);
    for (const { evidence, consequence } of resources) {
      assert.ok(evidence.length > 0, name);
      assert.doesNotMatch(consequence, /^[A-Z]|\.$/u, `${name}: a clause, not a sentence`);
    }
  }
});

for (const preset of presets) {
  describe(preset.name, () => {
    for (const resource of preset.resources) {
      const type = typeName(resource);
      const label = type ?? (resource.type.kind === "function" ? "a function" : "by its methods");

      test(`${label}: its type is declared where the table says`, () => {
        if (type === undefined) return;
        assert.ok(names(resource).some((each) => each.in().types(type).length > 0));
      });

      test(`${label}: what it has is declared`, () => {
        if (type === undefined) return;
        const known = new Set(names(resource).flatMap((each) => [...each.properties(type)]));
        const methods = resource.release.flatMap((each) => (each.kind === "method" ? [each.name] : []));
        for (const name of [...methods, ...(resource.harmlessAfterRelease ?? [])])
          assert.ok(known.has(name), `${type} has no ${name}`);
      });

      test(`${label}: every function and method is declared`, () => {
        if (resource.type.kind === "structural") return;
        for (const callee of callees(resource, preset)) {
          const found = names(resource).some((each) => each.signatures(callee, type).length > 0);
          assert.ok(found, `${printed(callee)} of ${(callee.from ?? ["the type's module"]).join()}`);
        }
      });

      test(`${label}: what is transferred or lent is a parameter`, () => {
        for (const { callee, operand } of operands(resource)) {
          if (operand === "this") continue;
          const index = typeof operand === "number" ? operand : operand.listIn;
          const found = names(resource).some((each) =>
            each.signatures(callee, type).some((signature) => takes(signature, index)),
          );
          assert.ok(found, `${printed(callee)}(${index})`);
        }
      });

      test(`${label}: what acquires it gives it`, () => {
        if (type === undefined || resource.acquire === "inferred") return;
        for (const acquire of resource.acquire) {
          if (acquire.gives !== undefined && acquire.gives !== "result") continue;
          const found = names(resource).some((each) =>
            each.signatures(acquire.callee, type).some((signature) => gives(each.program, signature, acquire, type)),
          );
          assert.ok(found, `${printed(acquire.callee)} gives no ${type}`);
        }
      });
    }
  });
}
