import { make, eat } from "../prelude.js";

const token = make(7);

function spend(): void {
  eat(token); //~ MC0507
}

export function run(): number {
  spend();
  spend();
  return 0;
}
