import { functionArgument } from "../errors/argument.js";
import type { Once } from "../../types/once.js";
import { CurrentTask } from "./current.js";
import type { DescriptorBackend } from "./descriptor-backend.js";
import { Position } from "../../guard/position.js";
import { runAs, Task } from "./task.js";

/**
 * Runs `callback` as a new task on `backend`, and ends the task when the callback does.
 *
 * An async callback's task ends when its promise settles. `entry` is the public function, for the place.
 */
export function runTask<R>(
  backend: DescriptorBackend,
  callback: Once<(current: CurrentTask) => R>,
  entry: (...args: never[]) => unknown,
): R {
  functionArgument(entry.name, "callback", callback);
  const task = new Task(backend, Position.above(entry));
  let pending = false;
  try {
    const result = runAs(task, () => callback(new CurrentTask(task)));
    if (!isThenable(result)) return result;
    pending = true;
    // The same type with the end of the task behind it: R is a promise here.
    return endAfter(result, task) as R;
  } finally {
    if (!pending) task.end();
  }
}

async function endAfter(result: PromiseLike<unknown>, task: Task): Promise<unknown> {
  try {
    return await result;
  } finally {
    task.end();
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return "then" in value && typeof value.then === "function";
}
