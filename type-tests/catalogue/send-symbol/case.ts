import { post } from "../prelude.js";

export function run(): number {
  post({ name: "a", key: Symbol("key") }); //~ MC0277
  return 0;
}
