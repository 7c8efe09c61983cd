// The same small programs in each kind of project: one that is right, one that tsc rejects, one that only the checker does.

/** A program's text, in TypeScript and in JavaScript. */
export interface Program {
  readonly ts: string;
  readonly js: string;
}

/** Uses each entry point; prints what its own value was, and what the table holds in the end. */
export const good: Program = {
  ts: `import type { Consume, DropFlag, Linear } from "movecheck";
import { DescriptorTable, fd_install, filp_open, get_unused_fd_flags, with_current } from "movecheck/fd";
import { consume, guard } from "movecheck/guard";

interface Ticket extends Linear, DropFlag, Disposable {
  readonly seat: number;
}
export function book(seat: number): Ticket {
  return guard<Ticket>({ seat, [Symbol.dispose]: () => { console.log("cancelled"); } }, { name: "Ticket" });
}
export const redeem: Consume<Ticket, "redeem"> = (ticket) => {
  console.log(\`seat \${ticket.seat}\`);
  consume(ticket, "redeem");
};
function travel(): void {
  using ticket = book(7);
  redeem(ticket);
}
travel();

const table = new DescriptorTable();
with_current(
  (current) => {
    using file = filp_open("a");
    using fd = get_unused_fd_flags(current, 0);
    if (file.ok && fd.ok) fd_install(fd, file);
  },
  { table },
);
console.log(\`open: \${table.list().join()}\`);
`,
  js: `import { DescriptorTable, get_unused_fd_flags, put_unused_fd, with_current } from "movecheck/fd";
import { recordPositions } from "movecheck/guard";

/** @typedef {import("movecheck").Linear & { readonly seat: number }} Ticket */
/** @type {import("movecheck").Consume<Ticket, "redeem">} */
export const redeem = (ticket) => {
  console.log(\`seat \${ticket.seat}\`);
};
/** @param {import("movecheck").Live<Ticket>} ticket */
export function once(ticket) {
  redeem(ticket);
}

recordPositions(false);
const table = new DescriptorTable();
with_current(
  (current) => {
    const fd = get_unused_fd_flags(current, 0);
    if (fd.ok) put_unused_fd(fd);
  },
  { table },
);
console.log(\`open: \${table.list().join()}\`);
`,
};

/** What {@link good} prints. */
export const GOOD_OUTPUT = { ts: "seat 7\nopen: 0\n", js: "open: \n" } as const;

/** A use after a move, which tsc sees. */
export const misuse: Program = {
  ts: `import { type CurrentTask, get_unused_fd_flags, put_unused_fd } from "movecheck/fd";

export function twice<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return fd.errno;
  put_unused_fd(fd);
  return fd.reserved_fd();
}
`,
  js: `import { get_unused_fd_flags, put_unused_fd } from "movecheck/fd";

/** @param {import("movecheck/fd").CurrentTask<unknown>} current */
export function twice(current) {
  const fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return fd.errno;
  put_unused_fd(fd);
  return fd.reserved_fd();
}
`,
};

/** Where tsc finds {@link misuse}, and as what. */
export const MISUSE_FOUND = { ts: [7, "TS2684"], js: [8, "TS2684"] } as const;

/** A use after a move through an object, which tsc does not see. */
export const hidden: Program = {
  ts: misuse.ts.replace("put_unused_fd(fd);", "const slot = { fd };\n  put_unused_fd(slot.fd);"),
  js: misuse.js.replace("put_unused_fd(fd);", "const slot = { fd };\n  put_unused_fd(slot.fd);"),
};

/** Where the checker finds {@link hidden}, and as what. */
export const HIDDEN_FOUND = { ts: [8, "MC0382"], js: [9, "MC0382"] } as const;

/** A library's own linear type, for another project to use. */
export const tickets = `import type { Consume, Linear } from "movecheck";

export interface Ticket extends Linear {
  readonly seat: number;
}
export const redeem: Consume<Ticket, "redeem"> = (ticket) => {
  void ticket.seat;
};
`;

/** A function that owns a ticket of {@link tickets}; its statements begin in line 5. */
export const useTicket = (statements: string): string => `import type { Live } from "movecheck";
import { redeem, type Ticket } from "tickets";

export function use(ticket: Live<Ticket>): void {
  ${statements}
}
`;
