import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { linkPackages } from "../../test/support/packages.js";

/** A project in a temporary folder, removed when it is disposed of. */
export interface GeneratedProject {
  readonly folder: string;
  readonly lines: number;
  readonly files: number;
  [Symbol.dispose](): void;
}

/**
 * Writes a project of ordinary code: modules with interfaces, generic classes, unions, loops, closures and async
 * functions, each importing from a few others. Nothing in it is linear.
 *
 * @param modules how many; one has about 250 lines
 * @param extra further files by path
 */
export function generateProject(modules: number, extra: Readonly<Record<string, string>> = {}): GeneratedProject {
  const folder = mkdtempSync(join(tmpdir(), "movecheck-bench-"));
  linkPackages(folder, ["movecheck", "eslint-plugin-movecheck"]);
  const config = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      module: "nodenext",
      target: "es2022",
      lib: ["es2023", "esnext.disposable"],
      types: [],
    },
    include: ["src"],
  };
  const files: Record<string, string> = {
    "tsconfig.json": JSON.stringify(config),
    "package.json": '{ "type": "module" }',
    ...extra,
  };
  for (let index = 0; index < modules; index += 1) files[`src/module${index}.ts`] = moduleText(index);
  let lines = 0;
  for (const [path, text] of Object.entries(files)) {
    const absolute = join(folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
    if (path.endsWith(".ts")) lines += text.split("\n").length;
  }
  return {
    folder,
    lines,
    files: Object.keys(files).filter((path) => path.endsWith(".ts")).length,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How many times a module repeats its declarations. */
const SECTIONS = 5;

function moduleText(index: number): string {
  const imported = [index - 1, index - 7, index - 31].filter((other) => other >= 0);
  const imports = imported.map(
    (other) => `import { Store${other}x0, parse${other}x0, type Entity${other}x0 } from "./module${other}.js";`,
  );
  const uses = imported.map(
    (other) => `
export function bridge${index}to${other}(text: string): Entity${other}x0 | undefined {
  const store = new Store${other}x0<Entity${other}x0>((entity) => entity.id);
  const parsed = parse${other}x0(text);
  if (parsed.ok) store.put(parsed.value);
  return store.find((entity) => entity.tags.includes(text));
}
`,
  );
  const sections = Array.from({ length: SECTIONS }, (_, section) => sectionText(`${index}x${section}`));
  return [...imports, ...sections, ...uses].join("\n");
}

function sectionText(id: string): string {
  return `
export interface Entity${id} {
  readonly id: string;
  name: string;
  tags: readonly string[];
  parent?: Entity${id};
  metrics: Record<string, number>;
}

export type Result${id}<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export class Store${id}<T extends { readonly id: string }> {
  readonly #items = new Map<string, T>();
  #version = 0;
  constructor(private readonly key: (item: T) => string) {}
  get version(): number { return this.#version; }
  put(item: T): this {
    const key = this.key(item);
    const previous = this.#items.get(key);
    if (previous !== undefined && previous !== item) this.#version += 1;
    this.#items.set(key, item);
    return this;
  }
  find(test: (item: T) => boolean): T | undefined {
    for (const item of this.#items.values()) {
      if (test(item)) return item;
    }
    return undefined;
  }
  *sorted(compare: (a: T, b: T) => number): Generator<T> {
    yield* [...this.#items.values()].sort(compare);
  }
}

export function parse${id}(text: string): Result${id}<Entity${id}> {
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== "object" || raw === null || !("id" in raw) || typeof raw.id !== "string") {
      return { ok: false, reason: \`no id in \${text.slice(0, 20)}\` };
    }
    const entity: Entity${id} = { id: raw.id, name: "", tags: [], metrics: {} };
    for (const [key, value] of Object.entries(raw)) {
      switch (typeof value) {
        case "number":
          entity.metrics[key] = value;
          break;
        case "string":
          if (key === "name") entity.name = value;
          else entity.tags = [...entity.tags, value];
          break;
        default:
          continue;
      }
    }
    return { ok: true, value: entity };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

export async function load${id}(read: (path: string) => Promise<string>, paths: readonly string[]): Promise<Entity${id}[]> {
  const loaded = await Promise.all(paths.map(async (path) => parse${id}(await read(path))));
  return loaded.flatMap((result) => (result.ok ? [result.value] : []));
}
`;
}
