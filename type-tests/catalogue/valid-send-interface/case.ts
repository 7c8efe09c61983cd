import { post } from "../prelude.js";

interface Job {
  readonly id: number;
  readonly name?: string;
  readonly parts: readonly { readonly size: number }[];
}

function submit(job: Job): void {
  post(job);
}

export function run(): number {
  submit({ id: 1, parts: [{ size: 1 }] });
  return 0;
}
