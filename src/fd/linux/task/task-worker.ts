// The first module on a task's thread: runs the task's own, and sends back what it returned.
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { MovecheckError } from "../../../guard/movecheck-error.js";
import * as say from "../messages.js";
import { useAnchor } from "../slots.js";
import { PortChannel, post, type Envelope } from "./channel.js";
import type { TaskMain } from "./spawn-task.js";
import type { TaskData } from "./task-data.js";

if (parentPort !== null) void run(parentPort);

async function run(port: NonNullable<typeof parentPort>): Promise<void> {
  const { entry, payload, anchor } = workerData as TaskData;
  if (anchor !== undefined) useAnchor(anchor);
  const channel = new PortChannel<unknown>(port);
  port.on("message", (envelope: Envelope) => {
    if ("message" in envelope) channel.arrive(envelope.message);
  });
  const { default: main } = (await import(isAbsolute(entry) ? pathToFileURL(entry).href : entry)) as {
    default?: TaskMain<unknown, unknown, unknown>;
  };
  if (typeof main !== "function") throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", say.noTaskMain(entry));
  try {
    post(port, { result: await main(payload, channel) }, "result");
  } finally {
    // The task is over, whoever may still send to it.
    port.close();
  }
}
