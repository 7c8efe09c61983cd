// How an author declares what consumes: annotated constants, functions, methods that consume their receiver.
import type { Consume, Fresh, Held, Linear, Live, Moved, NotMoved, Once, Ref, Spent } from "movecheck";

declare const c: boolean;
declare function sink(...values: unknown[]): void;
declare const task: { run(): void };

// --- the whole of a type of one's own
interface Ticket<H = Held> extends Linear<H>, Disposable { readonly ok: true; seat(): number }
interface SoldOut extends Disposable { readonly ok: false }
declare function buy(): Ticket<Fresh> | SoldOut;
const redeem: Consume<Ticket<Fresh>, "redeem", [row: number, note?: string]> = (ticket, row, note) => {
  sink(ticket.seat(), row, note);
};

export function annotatedConstant(): void {
  using ticket = buy();
  if (!ticket.ok) return;
  redeem(ticket, 1);
  redeem(ticket, 1, "again"); // wrong
//       ^ TS2345
  ticket.seat(); // wrong
//^ TS2684
}

export function otherArguments(ticket: Ticket): void {
  redeem(ticket); // wrong
//^ TS2554
}

export function wrongArgument(ticket: Ticket): void {
  redeem(ticket, "1"); // wrong
//               ^ TS2345
}

const inferred = (() => redeem)();
export function notAnnotated(ticket: Ticket): void {
  inferred(ticket, 1); // wrong
//^ TS2775
}

const desk = { redeem };
export function throughAnObject(ticket: Ticket): void {
  desk.redeem(ticket, 1); // wrong
//^ TS2775
}

interface Desk { redeem: Consume<Ticket<Fresh>, "redeem"> }
export function throughAnAnnotatedObject(desk: Desk, ticket: Ticket): void {
  desk.redeem(ticket);
  ticket.seat(); // wrong
//^ TS2684
}

// --- a type without states: by-value parameters accept what was moved, consumers and borrows do not
interface Token extends Linear { id(): string }
declare function issue(): Token | undefined;
declare const revoke: Consume<Token, "revoke">;
declare function keep(token: Token): void;
declare function keepLive(token: Live<Token>): void;
declare function look(token: Ref<Token>): void;

export function withoutStates(): void {
  const token = issue();
  if (token === undefined) return;
  if (c) revoke(token);
  token.id(); // wrong
//^ TS2684
  keep(token); // wrong: a type without states fits by value
//^ missed
  keepLive(token); // wrong
//         ^ TS2345
  look(token); // wrong
//     ^ TS2345
  revoke(token); // wrong
//       ^ TS2345
}

export function plainLocal(token: Token): void {
  const own = token;
  if (c) revoke(own);
  own.id(); // wrong
//^ TS2684
}

// --- a method that consumes its receiver, seen by tsc where the receiver is annotated
interface Connection<H = Held> extends Linear<H> {
  ping(): void;
  close(): asserts this is Moved<this, "close">;
}
declare function connect(): Connection<Fresh> | null;
declare const drop: Consume<Connection<Fresh>, "drop">;

export function methodOnParameter(connection: Connection): void {
  connection.ping();
  connection.close();
  connection.ping(); // wrong
//^ TS2684
  connection.close(); // wrong
//^ TS2684
  drop(connection); // wrong
//     ^ TS2345
}

export function methodOnUnion(connection: Connection | null): void {
  if (connection === null) return;
  connection.close(); // wrong
//^ TS2775
}

export function methodOnInferred(): void {
  const connection = connect();
  if (connection === null) return;
  connection.close(); // wrong
//^ TS2775
}

export function methodOnAnnotated(): void {
  const made = connect();
  if (made === null) return;
  const connection: Connection<Fresh> = made;
  connection.ping();
  connection.close();
  connection.ping(); // wrong
//^ TS2684
}

// --- a method that takes `this` by value: only the checker follows it
interface Request extends Linear {
  header(): string;
  send(this: Live<Request>): void;
}
declare const abort: Consume<Request, "abort">;
export function methodByValue(request: Request): void {
  request.header();
  request.send();
  request.send(); // wrong: tsc follows predicates only
//^ missed
}
export function methodByValueAfterMove(request: Request): void {
  abort(request);
  request.send(); // wrong
//^ TS2684
}

// --- a class with private members
interface Socket<H = Held> extends Linear<H> {}
class Socket<H = Held> {
  #open = true;
  isOpen(): boolean {
    return this.#open;
  }
}
type Closed = Spent<Socket<Spent.Fresh<"close">> | Socket<Spent.Held<"close">>>;
declare const close: Consume<Socket<Fresh>, "close", [], Closed>;
declare function listen(): Socket<Fresh> | null;
declare function keepSocket(socket: Socket): void;
declare function lookAt(socket: Ref<Socket>): void;

export function privateClass(): void {
  const socket = listen();
  if (socket === null) return;
  socket.isOpen();
  lookAt(socket);
  close(socket);
  socket.isOpen(); // wrong
//       ^ TS2349
  close(socket); // wrong
//      ^ TS2345
  keepSocket(socket); // wrong
//           ^ TS2345
  lookAt(socket); // wrong
//       ^ TS2345
}

export function privateClassInBranch(): void {
  const socket = listen();
  if (socket === null) return;
  if (c) close(socket);
  socket.isOpen(); // wrong: a method of a class with private members, where a live value joins
//^ missed
  close(socket); // wrong
//      ^ TS2345
}

// --- helpers of one's own
export function helper(ticket: NotMoved<Ticket>): number {
  return ticket.seat();
}
export function callsHelper(): void {
  using ticket = buy();
  if (!ticket.ok) return;
  helper(ticket);
  redeem(ticket, 1);
  helper(ticket); // wrong
//       ^ TS2345
}

export function once(callback: Once<() => void>): void {
  callback();
}
export function callsOnce(): void {
  once(() => {});
  once(task.run);
  once(1); // wrong
//     ^ TS2345
  once((required: number) => { // wrong
//     ^ TS2345
    sink(required);
  });
}

export function optionalAndNull(value: Once<() => void> | undefined): void {
  value?.();
}
