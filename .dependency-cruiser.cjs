// What may import what in src. `npm run lint` runs dependency-cruiser with these tables, and a broken row fails it;
// test/layers.test.ts breaks each kind of rule once.
"use strict";

/**
 * The layers. A row is a folder (or file) of src and what it may import besides itself; data flows one way, from the rows
 * above to the rows below. A file belongs to the deepest row that it is in, and every file to one; naming a row allows what belongs
 * to it, `folder/**` all that is in a folder.
 */
const LAYERS = {
  // The kit. Nothing of it is there at run time.
  types: [],
  "index.ts": ["types"],

  // The run time. movecheck/fd stands on the guard, and works without fd/linux and the package that it needs.
  guard: ["types"],
  "fd/messages.ts": ["guard"],
  "fd/types": ["types"],
  "fd/errors": ["guard", "fd/messages.ts", "fd/types/errno.ts"],
  "fd/table": [
    "guard",
    "fd/messages.ts",
    "fd/types/brand.ts",
    "fd/types/file.ts",
    "fd/types/file-operations.ts",
    "fd/errors",
    "fd/guard",
  ],
  "fd/guard": ["types", "guard", "fd/messages.ts", "fd/errors"],
  "fd/types/api": ["types", "fd/types", "fd/table"],
  "fd/types/index.ts": ["fd/types", "fd/types/api"],
  "fd/api": ["types", "guard", "fd/messages.ts", "fd/types/**", "fd/errors", "fd/table", "fd/guard"],
  "fd/index.ts": ["guard", "fd/types/**", "fd/errors", "fd/table", "fd/guard", "fd/api"],
  "fd/linux": ["types", "guard", "fd/types/**", "fd/errors", "fd/table", "fd/guard", "fd/api"],

  // The checker, in the order of its passes.
  "checker/collections": [],
  "checker/syntax": [],
  "checker/check-options.ts": [],
  "checker/oracle": ["checker/syntax"],
  "checker/scope": ["checker/syntax"],
  "checker/ir": ["checker/syntax", "checker/oracle", "checker/scope"],
  "checker/points-to": ["checker/syntax", "checker/oracle", "checker/scope"],
  "checker/lower/builder": [
    "checker/collections",
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/points-to",
    "checker/check-options.ts",
  ],
  "checker/lower/resource": [
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/points-to",
    "checker/lower/builder",
  ],
  "checker/lower/capture": [
    "checker/collections",
    "checker/lower/resource",
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/lower/builder",
  ],
  "checker/lower/narrowing": [
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/lower/builder",
  ],
  "checker/lower/expression": [
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/lower/builder",
    "checker/lower/capture",
    "checker/lower/narrowing",
    "checker/lower/resource",
  ],
  "checker/lower/statement": [
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/lower/builder",
    "checker/lower/narrowing",
    "checker/lower/expression",
    "checker/lower/resource",
  ],
  "checker/lower": [
    "checker/collections",
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/lower/**",
  ],
  "checker/graph": ["checker/collections", "checker/ir"],
  "checker/dataflow": ["checker/collections", "checker/syntax", "checker/ir", "checker/graph"],
  "checker/dataflow/sparse": ["checker/collections", "checker/ir", "checker/graph", "checker/dataflow"],
  "checker/dataflow/ownership": [
    "checker/collections",
    "checker/ir",
    "checker/graph",
    "checker/dataflow",
    "checker/dataflow/sparse",
  ],
  "checker/dataflow/obligations": ["checker/ir", "checker/graph", "checker/dataflow"],
  "checker/dataflow/loans": ["checker/collections", "checker/ir", "checker/graph", "checker/dataflow"],
  // The only door to solved facts.
  "checker/analysis": ["checker/collections", "checker/syntax", "checker/ir", "checker/graph", "checker/dataflow/**"],
  "checker/diagnostics": ["checker/syntax", "checker/check-options.ts"],
  "checker/checks": [
    "checker/syntax",
    "checker/ir",
    "checker/graph",
    "checker/dataflow/**",
    "checker/analysis",
    "checker/diagnostics",
  ],
  // It solves nothing of its own.
  "checker/query": ["checker/syntax", "checker/ir", "checker/analysis"],
  // What a function does with resources of its callers.
  "checker/summary": [
    "checker/syntax",
    "checker/oracle",
    "checker/scope",
    "checker/ir",
    "checker/points-to",
    "checker/lower/**",
    "checker/graph",
    "checker/dataflow/**",
  ],
  checker: ["checker/**"],

  // The TypeScript adapter.
  "project/messages.ts": [],
  "project/source": ["checker/check-options.ts", "checker/collections", "checker/oracle"],
  "project/presets": ["checker/oracle", "project/presets/**"],
  "project/config": ["checker/oracle", "project/messages.ts", "project/source", "project/presets", "project/config/**"],
  "project/oracle": ["checker/collections", "checker/syntax", "checker/oracle", "project/source"],
  "project/summaries": ["checker/**", "project/source", "project/oracle"],
  "project/findings": ["checker/**", "project/messages.ts", "project/source"],
  "project/baseline": ["project/config", "project/findings", "project/source"],
  "project/program": ["project/messages.ts", "project/source", "project/config", "project/findings"],
  "project/incremental": ["checker/**", "project/source", "project/oracle"],
  project: ["checker/**", "project/**"],

  // The hosts, and the harness that measures. Hosts depend on the core and never the reverse.
  "hosts/shared": [],
  conformance: ["checker/**", "project/**", "hosts/shared"],
  "hosts/lsp": ["checker/**", "project/**", "hosts/shared"],
  "hosts/eslint": ["checker/**", "project/**", "hosts/shared"],
  "hosts/tsserver": ["checker/**", "project/**", "hosts/shared"],
  "hosts/cli": ["checker/**", "project/**", "conformance", "hosts/shared", "hosts/lsp"],

  // What the library says of the packages beside it. It knows the plugin's types, by the name of its package.
  peers: ["hosts/eslint"],
};

/**
 * The packages that a part of src may import; `types` for their types only, `node` for Node's own modules. The deepest row
 * counts, as above. The core runs in a browser without a compiler, and the library (types, guard, fd) without any package.
 */
const PACKAGES = {
  types: {},
  "index.ts": {},
  guard: {},
  fd: { node: true },
  "fd/linux": { node: true, packages: ["koffi"] },
  checker: { types: ["@typescript-eslint/types"] },
  project: {
    node: true,
    packages: ["typescript", "@typescript-eslint/typescript-estree"],
    types: ["@typescript-eslint/types"],
  },
  "project/config": {
    node: true,
    packages: ["fastest-levenshtein", "jsonc-parser", "picomatch", "valibot"],
    types: ["typescript"],
  },
  "project/baseline": { node: true, packages: ["valibot"] },
  "hosts/shared": { node: true, packages: ["cli-progress"] },
  conformance: { node: true, packages: ["picocolors", "typescript"] },
  "hosts/lsp": {
    node: true,
    packages: ["vscode-languageserver", "vscode-languageserver-textdocument"],
    types: ["typescript"],
  },
  "hosts/eslint": {
    node: true,
    types: ["@typescript-eslint/types", "@typescript-eslint/typescript-estree", "typescript"],
  },
  "hosts/tsserver": { node: true, types: ["typescript"] },
  "hosts/cli": { node: true, packages: ["commander", "picocolors"] },
  peers: { node: true },
};

/** Circles of imports that stay: what these files are about is recursive itself. Any other circle fails the lint. */
const CIRCLES = [
  {
    reason: "a task keeps what was reserved in it, and a reservation names its task",
    files: ["fd/guard/reserved.ts", "fd/guard/task.ts"],
  },
  {
    reason: "the fields of a borrowed value are borrowed",
    files: ["types/ref.ts", "types/ref/of-linear.ts"],
  },
  {
    reason: "whether a type is Send is whether the types of its fields are",
    files: ["types/send.ts", "types/send/of-fields.ts"],
  },
  {
    reason: "a body declares bindings, and a binding names the body whose storage it is",
    files: ["checker/scope/binding.ts", "checker/scope/body.ts"],
  },
  {
    reason: "a local has move paths, and a move path names the local that it is in",
    files: ["checker/ir/local.ts", "checker/ir/move-path.ts"],
  },
  {
    reason: "an expression is made of expressions: one file per kind, and expression.ts that chooses among them",
    files: [
      "assignment",
      "binary",
      "call/call",
      "cast",
      "chain",
      "class",
      "condition",
      "expression",
      "join",
      "jsx",
      "literal",
      "member",
      "pattern",
      "suspend",
    ].map((name) => `checker/lower/expression/${name}.ts`),
  },
  {
    reason: "a statement is made of statements: one file per kind, and statement.ts that chooses among them",
    files: ["branch", "loop", "statement", "try"].map((name) => `checker/lower/statement/${name}.ts`),
  },
  {
    reason: "the facts of a type are made of the facts of its parts, and the table has one object for each type",
    files: ["project/oracle/lazy-facts.ts", "project/oracle/type-table.ts", "project/oracle/forgotten-fields.ts"],
  },
];

const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** A pattern for a file, or for what is in a folder. */
const within = (row) => `^src/${escaped(row)}${/\.c?ts$/u.test(row) ? "$" : "/"}`;

/** A pattern for what belongs to a row of a table: what is in its folder, less what deeper rows name. */
const belongingTo = (row, table) => {
  const deeper = Object.keys(table).filter((other) => other.startsWith(`${row}/`));
  const rest = deeper.map((other) => within(other).slice(`^src/${escaped(row)}/`.length));
  return rest.length === 0 ? within(row) : `${within(row)}(?!${rest.join("|")})`;
};

/** A pattern for what a cell of the table of layers allows. */
const allowedBy = (cell) => (cell.endsWith("/**") ? within(cell.slice(0, -3)) : belongingTo(cell, LAYERS));

/** A pattern for the files of packages. */
const packageFiles = (names) => `(^|/)node_modules/(@types/)?(${names.map(escaped).join("|")})/`;

const layerRules = Object.entries(LAYERS).map(([row, allowed]) => ({
  name: `layers: src/${row}`,
  comment: `It may import only itself${allowed.map((other) => `, src/${other}`).join("")}: the table of layers in .dependency-cruiser.cjs.`,
  severity: "error",
  from: { path: belongingTo(row, LAYERS) },
  to: {
    path: "^(src|test|bench|scripts|examples|editors)/",
    pathNot: [belongingTo(row, LAYERS), ...allowed.map(allowedBy)],
  },
}));

const packageRules = Object.entries(PACKAGES).flatMap(([row, { node = false, packages = [], types = [] }]) => {
  const from = { path: belongingTo(row, PACKAGES) };
  const rule = (name, to) => ({
    name: `packages: src/${row}`,
    comment: `${name}: the table of packages in .dependency-cruiser.cjs.`,
    severity: "error",
    from,
    to,
  });
  const known = [...packages, ...types];
  return [
    rule(known.length === 0 ? "It may import no package" : `It may import only ${known.join(", ")}`, {
      path: "(^|/)node_modules/",
      ...(known.length === 0 ? {} : { pathNot: packageFiles(known) }),
    }),
    ...(types.length === 0
      ? []
      : [
          rule(`It may import types only of ${types.join(", ")}`, {
            path: packageFiles(types),
            dependencyTypesNot: ["type-only"],
          }),
        ]),
    ...(node ? [] : [rule("It may not import Node's modules", { dependencyTypes: ["core"] })]),
  ];
});

const circleRules = [
  {
    name: "circles",
    comment: "No circle of imports but those that .dependency-cruiser.cjs lists with their reason.",
    severity: "error",
    from: { path: "^src/", pathNot: CIRCLES.flatMap(({ files }) => files.map(within)) },
    to: { circular: true },
  },
  ...CIRCLES.map(({ reason, files }) => ({
    name: "circles",
    comment: `Only these files may form a circle here (${reason}): ${files.join(", ")}.`,
    severity: "error",
    from: { path: files.map(within) },
    // dependency-cruiser takes no list here.
    to: { circular: true, via: { pathNot: files.map(within).join("|") } },
  })),
];

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    ...circleRules,
    {
      name: "not found",
      comment: "An import leads nowhere, so none of the tables can be held against it.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: ["node_modules", "^dist/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "require", "node", "default"],
    },
    cache: false,
  },
};
// dependency-cruiser refuses keys of a configuration that it does not know; the tests read the tables by this symbol.
module.exports[Symbol.for("movecheck.layers")] = { LAYERS, PACKAGES, CIRCLES };
