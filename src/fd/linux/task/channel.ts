import type { MessagePort, Worker } from "node:worker_threads";
import type { Send } from "../../../types/send.js";
import { MovecheckError } from "../../../guard/movecheck-error.js";
import * as say from "../messages.js";
import { assertSend } from "./assert-send.js";

/** What travels between the two ends. */
export type Envelope = { readonly message: unknown } | { readonly result: unknown };

/**
 * One end of the channel between a task and the one that spawned it. Only `Send` values go through.
 *
 * @example
 * import type { TaskChannel } from "movecheck/fd/linux";
 *
 * export async function echo(channel: TaskChannel<string>): Promise<void> {
 *   for await (const message of channel) channel.send({ echo: message });
 * }
 */
export interface TaskChannel<Incoming> extends AsyncIterable<Incoming> {
  /**
   * Sends a copy of a value to the other end.
   *
   * @throws MovecheckError `ERR_MOVECHECK_NOT_SEND`, with the path of the part that must stay with its task.
   */
  send<T>(message: Send<T>): void;
  /** The next message; undefined once the other end is gone. */
  receive(): Promise<Incoming | undefined>;
}

/** Posts a value that may be sent. */
export function post(port: MessagePort | Worker, envelope: Envelope, name: string): void {
  assertSend("message" in envelope ? envelope.message : envelope.result, name);
  try {
    port.postMessage(envelope);
  } catch (error) {
    // A host's object of a kind that can't be copied.
    throw new MovecheckError(
      "ERR_MOVECHECK_NOT_SEND",
      say.notSend(name, error instanceof Error ? error.message : "not copied"),
    );
  }
}

/** The channel over a port: what came and was not asked for yet, or who asked and got nothing yet. */
export class PortChannel<Incoming> implements TaskChannel<Incoming> {
  readonly #port: MessagePort | Worker;
  readonly #arrived: Incoming[] = [];
  readonly #asked: ((message: Incoming | undefined) => void)[] = [];
  #ended = false;

  constructor(port: MessagePort | Worker) {
    this.#port = port;
  }

  send<T>(message: Send<T>): void {
    post(this.#port, { message }, "message");
  }

  receive(): Promise<Incoming | undefined> {
    if (this.#arrived.length > 0) return Promise.resolve(this.#arrived.shift());
    if (this.#ended) return Promise.resolve(undefined);
    return new Promise((resolve) => this.#asked.push(resolve));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Incoming, void, undefined> {
    for (let message = await this.receive(); message !== undefined; message = await this.receive()) yield message;
  }

  arrive(message: Incoming): void {
    const ask = this.#asked.shift();
    if (ask === undefined) this.#arrived.push(message);
    else ask(message);
  }

  end(): void {
    this.#ended = true;
    for (const ask of this.#asked.splice(0)) ask(undefined);
  }
}
