// Kinds of projects, by how they find modules.

/** A compiler, by its version. */
export type TypeScriptVersion = "5.9" | "6.0" | "7.0";

/** What a project is like, as far as resolution goes. */
export interface Project {
  /** `type` of the project's package.json. */
  readonly type: "module" | "commonjs";
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly language: "ts" | "js";
}

/** A kind of project, and which compilers still know it. */
export interface Kind extends Project {
  readonly title: string;
  readonly typescript: readonly TypeScriptVersion[];
  /** Also bundled, as for a browser, and run. */
  readonly bundled?: true;
}

/** Every kind of project that the packages promise to work in. */
export const kinds: readonly Kind[] = [
  {
    title: "ES modules, nodenext",
    typescript: ["5.9", "6.0", "7.0"],
    type: "module",
    compilerOptions: { module: "nodenext" },
    language: "ts",
  },
  {
    title: "CommonJS, node16",
    typescript: ["5.9", "6.0", "7.0"],
    type: "commonjs",
    compilerOptions: { module: "node16" },
    language: "ts",
  },
  {
    title: "CommonJS, nodenext",
    typescript: ["6.0"],
    type: "commonjs",
    compilerOptions: { module: "nodenext" },
    language: "ts",
  },
  {
    title: "CommonJS, node10",
    typescript: ["5.9"],
    type: "commonjs",
    compilerOptions: { module: "commonjs", moduleResolution: "node10" },
    language: "ts",
  },
  {
    title: "a bundler",
    typescript: ["5.9", "6.0", "7.0"],
    type: "module",
    compilerOptions: { module: "esnext", moduleResolution: "bundler" },
    language: "ts",
    bundled: true,
  },
  {
    title: "JavaScript with checkJs, ES modules",
    typescript: ["5.9", "6.0", "7.0"],
    type: "module",
    compilerOptions: { module: "nodenext", allowJs: true, checkJs: true },
    language: "js",
  },
  {
    title: "JavaScript with checkJs, CommonJS",
    typescript: ["6.0"],
    type: "commonjs",
    compilerOptions: { module: "node16", allowJs: true, checkJs: true },
    language: "js",
  },
];
