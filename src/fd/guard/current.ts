import { foreign, forged, notSend } from "../messages.js";
import { MovecheckError } from "../errors/movecheck-error.js";
import { Task } from "./task.js";
import { makeUncloneable } from "./uncloneable.js";

/** The handle `with_current` lends. Its public type is in `types/current-task.ts`. */
export class CurrentTask {
  readonly #task: Task;

  constructor(task: Task) {
    if (!(task instanceof Task)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", forged("CurrentTask"));
    this.#task = task;
    makeUncloneable(this, "_not_send", refuseToSend);
  }

  /**
   * The task behind a handle.
   *
   * @throws MovecheckError ERR_MOVECHECK_FOREIGN for anything else, ERR_MOVECHECK_TASK_ENDED after its end.
   */
  static task(call: string, value: unknown): Task {
    if (typeof value !== "object" || value === null || !(#task in value)) {
      throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(call, "current", "a CurrentTask", value));
    }
    value.#task.assertRuns(call);
    return value.#task;
  }
}

function refuseToSend(this: object): never {
  throw new MovecheckError("ERR_MOVECHECK_NOT_SEND", notSend("`CurrentTask`", undefined));
}
