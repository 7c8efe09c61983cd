import type { DescriptorTable } from "../../table/descriptor-table.js";

/**
 * What a task works on.
 *
 * @example
 * import { DescriptorTable, with_current } from "movecheck/fd";
 *
 * const table = new DescriptorTable({ limit: 16 });
 * with_current((current) => { console.log(current); }, { table });
 */
export interface WithCurrentOptions {
  /** The descriptor table; the one table of the process (of the worker, in a worker) unless given. */
  readonly table?: DescriptorTable | undefined;
}
