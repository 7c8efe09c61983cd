import { DescriptorTable } from "../table/descriptor-table.js";

let table: DescriptorTable | undefined;

/** The table a task works on unless it is given one; made on first use. Source: the kernel's `init_files`. */
export function init_files(): DescriptorTable {
  return (table ??= new DescriptorTable());
}
