import { post } from "../prelude.js";

export function run(): number {
  post(new Map([["a", new Set([1, 2])]]));
  post(new Uint8Array([1, 2, 3]));
  post([["a", 1], ["b", 2]] as const);
  return 0;
}
