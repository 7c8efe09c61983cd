import { MovecheckError } from "../../guard/movecheck-error.js";
import { end } from "../../guard/collected.js";
import type { Position } from "../../guard/position.js";
import { wrongFile } from "../messages.js";
import { InstallFailure } from "./install-failure.js";
import type { Reference } from "./reference.js";
import type { Reserved } from "./reserved.js";

/**
 * Puts a file into the slot of a reservation of one number and consumes both, or, on a backend where that can fail,
 * tells what became of it: the file stays with the caller.
 *
 * @throws MovecheckError ERR_MOVECHECK_FOREIGN for a file of another kind of table; nothing is installed then.
 * @throws InstallFailure from the backend.
 */
export function install(consumer: string, reserved: Reserved, reference: Reference, at: Position | undefined): void {
  const { backend } = reserved.task;
  if (!backend.accepts(reference.file)) refuseFile(consumer, reference);
  try {
    backend.fd_install(reserved.fd as number, reference.file);
  } catch (error) {
    if (error instanceof InstallFailure && error.slot === "gone") reserved.resolve(consumer, at);
    throw error;
  }
  end(reference, consumer, at);
  reserved.resolve(consumer, at);
}

/**
 * Puts each file into its slot and consumes everything, or, on a backend where that can fail, tells what became of it:
 * the files from the failed one on stay with the caller.
 *
 * @throws MovecheckError ERR_MOVECHECK_FOREIGN for a file of another kind of table; nothing is installed then.
 * @throws InstallFailure from the backend.
 */
export function installEach(
  consumer: string,
  reserved: Reserved,
  references: readonly Reference[],
  at: Position | undefined,
): void {
  const { backend } = reserved.task;
  for (const reference of references) if (!backend.accepts(reference.file)) refuseFile(consumer, reference);
  if (backend.fd_install_all !== undefined) {
    installAll(consumer, reserved, references, at);
    return;
  }
  for (const [index, reference] of references.entries()) {
    const fd = reserved.fds[index] ?? -1;
    try {
      backend.fd_install(fd, reference.file);
    } catch (error) {
      giveUp(consumer, reserved, index, error, at);
      throw error;
    }
    end(reference, consumer, at);
  }
  reserved.resolve(consumer, at);
}

function refuseFile(consumer: string, { file }: Reference): never {
  throw new MovecheckError("ERR_MOVECHECK_FOREIGN", wrongFile(`${consumer}()`, file.path));
}

/** On a backend that can take back what it installed. */
function installAll(
  consumer: string,
  reserved: Reserved,
  references: readonly Reference[],
  at: Position | undefined,
): void {
  try {
    reserved.task.backend.fd_install_all?.(
      reserved.fds,
      references.map(({ file }) => file),
    );
  } catch (error) {
    if (error instanceof InstallFailure && error.slot === "gone") reserved.resolve(consumer, at);
    throw error;
  }
  for (const reference of references) end(reference, consumer, at);
  reserved.resolve(consumer, at);
}

/** After a failure at the k-th of a batch the rest is dropped: the first k are installed and stay so. */
function giveUp(consumer: string, reserved: Reserved, index: number, error: unknown, at: Position | undefined): void {
  if (!(error instanceof InstallFailure)) return;
  if (reserved.fds.length === 1 && error.slot === "reserved") return;
  reserved.resolve(consumer, at);
  const { backend } = reserved.task;
  for (const fd of reserved.fds.slice(error.slot === "gone" ? index + 1 : index)) backend.put_unused_fd(fd);
}
