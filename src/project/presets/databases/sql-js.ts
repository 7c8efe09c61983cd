import { byMethod, fromMethod, fromNew, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** SQLite in WebAssembly by `sql.js`. */
export const sqlJs: Preset = {
  name: "sql.js",
  packages: ["sql.js"],
  summary: "Statements and databases of sql.js, which live in the memory of WebAssembly.",
  resources: [
    {
      tier: 2,
      type: named("Statement", "sql.js"),
      acquire: fromMethod("Database", "prepare"),
      release: byMethod("free"),
      diesWithReceiver: true,
      consequence: "the heap of WebAssembly grows, which never shrinks",
      evidence: [
        {
          claim: '"not freeing your statements causes memory leaks"; closing the database frees them',
          source: "sql.js 1.16.0 README.md:71; @types/sql.js index.d.ts, Database.close",
        },
        {
          claim: 'A freed statement throws "Statement closed"',
          source: "sql.js 1.16.0 dist/sql-wasm-debug.js, Statement.bind and step",
        },
      ],
    },
    {
      tier: 2,
      type: named("Database", "sql.js"),
      acquire: [fromNew("Database")],
      release: byMethod("close"),
      consequence: "the heap of WebAssembly grows, which never shrinks",
      evidence: [
        {
          claim:
            '"Databases must be closed when you\'re finished with them, or the memory consumption will grow forever"',
          source: "@types/sql.js 1.4.11 index.d.ts, Database.close",
        },
      ],
    },
  ],
};
