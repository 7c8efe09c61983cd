import { post } from "../prelude.js";

export function run(): number {
  post({ name: "a", done: () => 1 }); //~ MC0277
  return 0;
}
