import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every module that importing `entry` loads, as the build emits it, and what each asks for. */
function graph(entry: string): Map<string, { code: string; imports: string[] }> {
  const modules = new Map<string, { code: string; imports: string[] }>();
  const visit = (file: string): void => {
    const name = relative(root, file);
    if (modules.has(name)) return;
    const code = ts.transpileModule(readFileSync(file, "utf8"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, verbatimModuleSyntax: true },
    }).outputText;
    const imports = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
    modules.set(name, { code, imports });
    for (const specifier of imports) {
      assert.ok(specifier.startsWith("."), `${name} imports ${specifier}`);
      visit(resolve(dirname(file), specifier.replace(/\.js$/, ".ts")));
    }
  };
  visit(join(root, entry));
  return modules;
}

void describe("importing movecheck/fd", () => {
  const modules = graph("src/fd/index.ts");

  void it("pulls in no package and no module of the host: only its own files", () => {
    for (const [name, { code, imports }] of modules) {
      assert.match(name, /^src[/\\](?:fd|guard)[/\\]/);
      for (const specifier of imports) assert.match(specifier, /^\.\.?\//, `${name} imports ${specifier}`);
      assert.doesNotMatch(code, /\brequire\(|\bimport\(|getBuiltinModule/, `${name} loads something later`);
    }
    assert.ok(modules.size > 20, "the walk found the modules");
  });

  void it("works in a realm with nothing but the language: no process, no console, no Node", () => {
    const script = `
      import vm from "node:vm";
      import { readFileSync } from "node:fs";
      import { posix } from "node:path";
      const sources = JSON.parse(readFileSync(0, "utf8"));
      const context = vm.createContext({ queueMicrotask });
      vm.runInContext("Symbol.dispose ??= Symbol('dispose')", context);
      const modules = new Map();
      const load = (name) => {
        if (!modules.has(name)) modules.set(name, new vm.SourceTextModule(sources[name], { context, identifier: name }));
        return modules.get(name);
      };
      const entry = load("src/fd/index.ts");
      await entry.link((specifier, from) => load(posix.join(posix.dirname(from.identifier), specifier.replace(/\\.js$/, ".ts"))));
      await entry.evaluate();
      const main = new vm.SourceTextModule(\`
        import { fd_install, filp_open, get_unused_fd_flags, put_unused_fd, DescriptorTable, with_current } from "fd";
        const table = new DescriptorTable();
        with_current((current) => {
          fd_install(get_unused_fd_flags(current, 0), filp_open("x"));
          get_unused_fd_flags(current, 0); // leaked: there is nobody to tell
        }, { table });
        let code;
        try { put_unused_fd({}); } catch (error) { code = error.code; }
        globalThis.result = JSON.stringify([table.list(), table.next_fd, code]);
      \`, { context });
      await main.link(() => entry);
      await main.evaluate();
      console.log(context.result);
    `;
    const sources = Object.fromEntries([...modules].map(([name, { code }]) => [name.replaceAll("\\", "/"), code]));
    const child = spawnSync(
      process.execPath,
      ["--experimental-vm-modules", "--no-warnings", "--input-type=module", "-e", script],
      { input: JSON.stringify(sources), encoding: "utf8" },
    );
    assert.equal(child.stderr, "");
    assert.equal(child.stdout.trim(), '[[0],1,"ERR_MOVECHECK_FOREIGN"]');
  });
});
