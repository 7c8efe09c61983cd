import { batchIn } from "../guard/reservation-batch.js";
import { drop } from "../guard/reservations.js";
import { Position } from "../../guard/position.js";
import type { DropBatch } from "../types/api/drop-batch.js";

/**
 * Gives every number of a batch back, and consumes the batch.
 *
 * @throws MovecheckError and changes nothing when it was consumed, is of another kind, or belongs to another task.
 */
// The parameters are `unknown`: untyped code hands anything over, and what is consumed is the record behind a handle.
export const dropBatch: DropBatch = (batch: unknown) => {
  const reserved = batchIn("dropBatch()", "batch", batch);
  reserved.assertUsable("dropBatch()");
  drop(reserved, "dropBatch", Position.above(dropBatch));
};
