import { betterSqlite3 } from "./databases/better-sqlite3.js";
import { ioredis } from "./databases/ioredis.js";
import { knex } from "./databases/knex.js";
import { mariadb } from "./databases/mariadb.js";
import { mongodb } from "./databases/mongodb.js";
import { mysql2 } from "./databases/mysql2.js";
import { oracledb } from "./databases/oracledb.js";
import { pg } from "./databases/pg.js";
import { postgres } from "./databases/postgres.js";
import { sequelize } from "./databases/sequelize.js";
import { sqlJs } from "./databases/sql-js.js";
import { typeorm } from "./databases/typeorm.js";
import { asyncMutex } from "./locks/async-mutex.js";
import { properLockfile } from "./locks/proper-lockfile.js";
import { redlock } from "./locks/redlock.js";
import { disposable } from "./platform/disposable.js";
import { node } from "./platform/node.js";
import { web } from "./platform/web.js";
import { webgpu } from "./platform/webgpu.js";
import type { Preset } from "./preset.js";
import { playwright } from "./services/playwright.js";
import { puppeteer } from "./services/puppeteer.js";
import { chokidar } from "./services/chokidar.js";
import { opentelemetry } from "./services/opentelemetry.js";
import { quickjs } from "./services/quickjs.js";
import { undici } from "./services/undici.js";
import { wasmBindgen } from "./services/wasm-bindgen.js";

/** All presets there are, in the order in which they are tried: what is told by its name before what is told by its methods. */
export const presets: readonly Preset[] = [
  node,
  web,
  webgpu,
  pg,
  mysql2,
  mariadb,
  oracledb,
  postgres,
  betterSqlite3,
  sqlJs,
  mongodb,
  ioredis,
  typeorm,
  knex,
  sequelize,
  asyncMutex,
  properLockfile,
  redlock,
  opentelemetry,
  undici,
  playwright,
  puppeteer,
  chokidar,
  quickjs,
  wasmBindgen,
  disposable,
];
