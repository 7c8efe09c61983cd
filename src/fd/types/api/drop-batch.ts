import type { Consume } from "../../../types/consume.js";
import type { Fresh } from "../../../types/state.js";
import type { ReservationBatch } from "../reservation-batch.js";

/**
 * Gives all numbers of a batch back; it consumes the batch, and can't fail.
 *
 * @example
 * import { type CurrentTask, dropBatch, O_CLOEXEC, reserveBatch } from "movecheck/fd";
 *
 * function hasRoomFor<S>(current: CurrentTask<S>, n: number): boolean {
 *   using batch = reserveBatch(current, n, O_CLOEXEC);
 *   if (!batch.ok) return false;
 *   dropBatch(batch);
 *   return true;
 * }
 */
export type DropBatch = Consume<ReservationBatch<any, any, Fresh>, "dropBatch">;
