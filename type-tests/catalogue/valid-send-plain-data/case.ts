import { post } from "../prelude.js";

export function run(): number {
  post({ name: "a", sizes: [1, 2, 3], at: new Date(0), more: { flag: true, none: null, big: 1n } });
  return 0;
}
