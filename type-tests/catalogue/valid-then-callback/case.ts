import { make, eat, tick } from "../prelude.js";

export async function run(): Promise<number> {
  using token = make(1);
  await tick().then(() => { eat(token); });
  return 0;
}
