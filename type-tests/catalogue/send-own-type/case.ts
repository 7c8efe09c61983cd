import type { NotThreadSafe } from "movecheck";
import { post } from "../prelude.js";

interface Cursor extends NotThreadSafe {
  readonly row: number;
}

export function run(): number {
  const cursor = { row: 1 } as Cursor;
  post(cursor); //~ MC0277
  return 0;
}
