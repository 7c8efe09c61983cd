import { make, eat, coin } from "../prelude.js";

export function run(): number {
  using token = make(1);
  let turns = 0;
  const timer = setInterval(() => { eat(token); }, 1000); //~ MC0525
  while (coin()) turns++;
  clearInterval(timer);
  return turns;
}
