import { byMethod, fromNew, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** SQLite by `better-sqlite3`. */
export const betterSqlite3: Preset = {
  name: "better-sqlite3",
  packages: ["better-sqlite3"],
  summary: "Databases of better-sqlite3.",
  resources: [
    {
      tier: 3,
      type: named("Database", "better-sqlite3"),
      acquire: [fromNew("Database")],
      release: byMethod("close"),
      consequence: "the file stays open until the object is collected",
      evidence: [
        {
          claim: "close() of a closed database does nothing: `if (db->open)`",
          source: "better-sqlite3 12.11.1 src/objects/database.cpp:387",
        },
        {
          claim: "A collected database is closed: its destructor closes the handle",
          source: "better-sqlite3 12.11.1 src/objects/database.cpp:36",
        },
        {
          claim: 'Every other method throws "The database connection is not open"',
          source: "better-sqlite3 12.11.1 src/util/macros.cpp, REQUIRE_DATABASE_OPEN",
        },
      ],
    },
  ],
};
