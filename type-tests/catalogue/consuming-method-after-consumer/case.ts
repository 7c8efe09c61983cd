import type { Linear, Live, Consume } from "movecheck";

interface Connection extends Disposable, Linear {
  close(this: Live<Connection>): void;
}

const discard: Consume<Connection, "discard"> = (connection) => {
  connection[Symbol.dispose]();
};

function connect(): Connection {
  return { close() {}, [Symbol.dispose]() {} } as unknown as Connection;
}

export function run(): number {
  using connection = connect();
  connection.close();
  discard(connection); //~ MC0382
  return 0;
}
