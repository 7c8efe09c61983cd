import { liveReference } from "../guard/aref.js";
import type { Reference } from "../guard/reference.js";
import { batchIn } from "../guard/reservation-batch.js";
import { installEach } from "../guard/install.js";
import { Position } from "../../guard/position.js";
import { foreign } from "../../guard/messages.js";
import { batchLength, sameFileTwice } from "../messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import type { InstallBatch } from "../types/api/install-batch.js";

/**
 * Gives each number of a batch its file, in order, and consumes the batch and the files.
 *
 * @throws MovecheckError and installs nothing: ERR_MOVECHECK_BATCH_LENGTH for more or fewer files than numbers,
 *   ERR_MOVECHECK_MOVED for a file that was consumed or is listed twice, and what `fd_install` throws.
 */
// The parameters are `unknown`: untyped code hands anything over, and what is consumed is the record behind a handle.
export const installBatch: InstallBatch = (batch: unknown, files: unknown) => {
  const reserved = batchIn("installBatch()", "batch", batch);
  // Read first, and once: a getter among the elements could consume the batch, or a file before it.
  const given = elements(files);
  reserved.assertUsable("installBatch()");
  const references = references_of(given);
  if (references.length !== reserved.fds.length) {
    throw new MovecheckError("ERR_MOVECHECK_BATCH_LENGTH", batchLength(references.length, reserved.fds.length));
  }
  installEach("installBatch", reserved, references, Position.above(installBatch));
};

function elements(files: unknown): readonly unknown[] {
  if (!Array.isArray(files))
    throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign("installBatch()", "files", "an array of ARefs", files));
  return [...(files as readonly unknown[])];
}

function references_of(files: readonly unknown[]): readonly Reference[] {
  const seen = new Set<Reference>();
  for (const [index, file] of files.entries()) {
    const reference = liveReference("installBatch()", `files[${index}]`, file);
    if (seen.has(reference))
      throw new MovecheckError("ERR_MOVECHECK_MOVED", sameFileTwice("installBatch()", reference.name, index));
    seen.add(reference);
  }
  return [...seen];
}
