import { fstatSync, readdirSync, readlinkSync } from "node:fs";

/** Every open descriptor of this process and what it refers to; the one that reads the listing left out. */
export function openDescriptors(): Map<number, string> {
  const open = new Map<number, string>();
  for (const name of readdirSync("/proc/self/fd")) {
    try {
      fstatSync(Number(name));
      open.set(Number(name), readlinkSync(`/proc/self/fd/${name}`));
    } catch {
      // It was the listing's own.
    }
  }
  return open;
}
