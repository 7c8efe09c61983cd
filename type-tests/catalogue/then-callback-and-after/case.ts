import { make, eat, tick } from "../prelude.js";

export async function run(): Promise<number> {
  using token = make(1);
  const done = tick().then(() => { eat(token); });
  eat(token); //~ MC0382
  await done;
  return 0;
}
