import { foreign, forged, notSend } from "../../guard/messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import { Task } from "./task.js";
import { makeUncloneable } from "../../guard/uncloneable.js";

let inside: (value: object) => Task | undefined;

/** The handle `with_current` lends. Its public type is in `types/current-task.ts`. */
export class CurrentTask {
  readonly #task: Task;

  static {
    // Not a static method: those are in reach of whoever has a handle, through its constructor.
    inside = (value) => (#task in value ? value.#task : undefined);
  }

  constructor(task: Task) {
    if (!(task instanceof Task)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", forged("CurrentTask"));
    this.#task = task;
    makeUncloneable(this, "_not_send", refuseToSend);
  }
}

/**
 * The task behind a handle.
 *
 * @throws MovecheckError ERR_MOVECHECK_FOREIGN for anything else, ERR_MOVECHECK_TASK_ENDED after its end.
 */
export function taskOf(call: string, value: unknown): Task {
  const task = typeof value === "object" && value !== null ? inside(value) : undefined;
  if (task === undefined) {
    throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(call, "current", "a CurrentTask", value));
  }
  task.assertRuns(call);
  return task;
}

function refuseToSend(): never {
  throw new MovecheckError("ERR_MOVECHECK_NOT_SEND", notSend("`CurrentTask`", undefined));
}
