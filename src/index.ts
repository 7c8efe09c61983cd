/**
 * Move-only, task-bound values: the kit. Types only; this module exports nothing at run time.
 *
 * @module
 */
export type { Consume } from "./types/consume.js";
export type { DropFlag } from "./types/drop-flag.js";
export type { Linear } from "./types/linear.js";
export type { Live } from "./types/live.js";
export type { Moved } from "./types/moved.js";
export type { NotMoved } from "./types/not-moved.js";
export type { NotThreadSafe } from "./types/not-thread-safe.js";
export type { Once } from "./types/once.js";
export type { Ref } from "./types/ref.js";
export type { Send } from "./types/send.js";
export type { Sink } from "./types/sink.js";
export type { Spent } from "./types/spent.js";
export type { Fresh, Held } from "./types/state.js";
