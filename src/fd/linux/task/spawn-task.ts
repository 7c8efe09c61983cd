import { once } from "node:events";
import { isAbsolute } from "node:path";
import { Worker } from "node:worker_threads";
import type { Send } from "../../../types/send.js";
import { MovecheckError } from "../../../guard/movecheck-error.js";
import { closeAnchor, openAnchor } from "../anchor.js";
import * as say from "../messages.js";
import { assertSend } from "./assert-send.js";
import { PortChannel, type Envelope, type TaskChannel } from "./channel.js";
import type { TaskData } from "./task-data.js";

/**
 * What a task's module exports by default: it gets what it was spawned with, and the channel to who spawned it.
 *
 * @example
 * import type { TaskMain } from "movecheck/fd/linux";
 *
 * const main: TaskMain<{ readonly fds: readonly number[] }, "stop", number> = async ({ fds }, channel) => {
 *   channel.send({ started: fds.length });
 *   await channel.receive();
 *   return fds.length;
 * };
 * export default main;
 */
export type TaskMain<Payload, Incoming = unknown, Result = void> = (
  payload: Payload,
  channel: TaskChannel<Incoming>,
) => Result | Promise<Result>;

/** A task on another thread of this process, which shares the descriptor table. */
export interface Task<Incoming = unknown, Result = unknown> extends TaskChannel<Incoming>, AsyncDisposable {
  /** What the task's function returned; rejects with what it threw, or if the thread ended before. */
  readonly result: Promise<Result>;
  /** Ends the thread where it stands. What it had reserved is free again; what it had installed stays. */
  terminate(): Promise<void>;
}

/**
 * Runs a module's default function as a task on a thread of its own, with a payload that may be sent there.
 *
 * The thread shares the descriptor table, as kernel threads do: a number that the task installed, or opened, stays open
 * after the task's end. (Node by itself closes at a worker's end what it opened with `fs`; not here.) What the task has
 * reserved by then is freed, however it ended.
 *
 * @param entry The module, as a file URL or an absolute path.
 * @param payload A copy of it is the function's first argument.
 * @throws MovecheckError `ERR_MOVECHECK_NOT_SEND`, with the path of the part that must stay with its task.
 *
 * @example
 * import { spawn_task, type Task } from "movecheck/fd/linux";
 *
 * const task: Task<{ started: number }, number> = spawn_task(new URL("./worker.js", import.meta.url), { fds: [1, 2] });
 * console.log(await task.receive());
 * task.send("stop");
 * console.log(await task.result);
 */
export function spawn_task<T, Incoming = unknown, Result = unknown>(
  entry: URL | string,
  payload: Send<T>,
): Task<Incoming, Result> {
  const given: unknown = entry;
  const found = given instanceof URL || (typeof given === "string" && (isAbsolute(given) || URL.canParse(given)));
  if (!found) throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", say.notAnEntry);
  assertSend(payload, "payload");
  return new WorkerTask<Incoming, Result>(String(entry), payload);
}

class WorkerTask<Incoming, Result> extends PortChannel<Incoming> implements Task<Incoming, Result> {
  readonly result: Promise<Result>;
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;

  constructor(entry: string, payload: unknown) {
    // The task's placeholders are duplicates of an anchor of its own, so that they can be told from others and freed
    // when its thread is gone; without room for one it opens its own.
    const opened = openAnchor();
    const anchor = typeof opened === "number" ? undefined : opened;
    const data: TaskData = { entry, payload, anchor: anchor?.fd };
    const worker = new Worker(new URL("./task-worker.js", import.meta.url), {
      workerData: data,
      trackUnmanagedFds: false,
    });
    super(worker);
    this.#worker = worker;
    this.result = new Promise((resolve, reject) => {
      worker.on("message", (envelope: Envelope) => {
        if ("result" in envelope) resolve(envelope.result as Result);
        else this.arrive(envelope.message as Incoming);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => {
        if (anchor !== undefined) closeAnchor(anchor);
        this.end();
        reject(new MovecheckError("ERR_MOVECHECK_TASK_ENDED", say.taskDied(entry, code)));
      });
    });
    // Told to whoever asks; a task nobody asks about must not end the process.
    this.result.catch(() => undefined);
    this.#ended = once(worker, "exit").catch(() => undefined);
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
    await this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminate();
  }
}
