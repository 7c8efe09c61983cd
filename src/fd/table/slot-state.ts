/** What a slot holds. */
export type SlotState = "FREE" | "RESERVED" | "INSTALLED";
