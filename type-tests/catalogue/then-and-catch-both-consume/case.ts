import { make, eat, risky, tick } from "../prelude.js";

export async function run(): Promise<number> {
  using token = make(1);
  await tick()
    .then(() => { eat(token); risky(); })
    .catch(() => { eat(token); }); //~ MC0382
  return 0;
}
