import type { FileIdentity } from "./process-table.js";

/** How reserved slots are made in the real table: by a placeholder, or by the kernel itself. */
export interface Reserver {
  /** How many may be outstanding. */
  readonly most: number;
  /** Can the operations on a reserved slot that are documented to differ from the kernel's come up? */
  readonly placeholders: boolean;
  /** Reserves; `expected` is what the model got. */
  reserve(flags: number, expected: number): number | Promise<number>;
  /** 0 and the installed file, or a negative errno. */
  install(fd: number, file: number): { readonly result: number; readonly file: FileIdentity };
  drop(fd: number): void;
  /** Puts the reservation back after a call that a placeholder lets through. */
  restore(fd: number): void;
  /** Between two sequences. */
  settle(): Promise<void>;
}
