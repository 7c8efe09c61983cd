import type { Linear, Moved } from "movecheck";

interface Connection extends Linear, Disposable {
  ping(): number;
  close(): asserts this is Moved<this, "close">;
}

function connect(): Connection {
  return { ping: () => 1, close() {}, [Symbol.dispose]() {} } as unknown as Connection;
}

export function run(): number {
  using connection: Connection = connect();
  const answer = connection.ping();
  connection.close();
  return answer;
}
