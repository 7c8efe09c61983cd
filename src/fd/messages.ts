import { places, shown } from "../guard/messages.js";

/** Everything `movecheck/fd` says at run time, in one place, in rustc's and the kernel's words. */

/** What an exception says; an error's message may be code as well, which must not hide what happened. */
function thrown(error: unknown): string {
  try {
    const said: unknown = error instanceof Error ? error.message : error;
    return typeof said === "string" ? said : shown(said);
  } catch {
    return "an error without a readable message";
  }
}

export function releaseFailed(path: string, error: unknown): string {
  return `release() of the file ${JSON.stringify(path)} threw: ${thrown(error)}`;
}

export function tableClosed(call: string): string {
  return `${call}(): the descriptor table is closed: its task has exited`;
}

export function notAFile(call: string, given: unknown): string {
  return `${call}(): \`file\` must be an open file of this kind of table, and is ${shown(given)}`;
}

export function fileReleased(call: string, path: string): string {
  return `${call}(): the file ${JSON.stringify(path)} was released: its last reference is gone`;
}

export function slotNotReserved(call: string, fd: number, state: string): string {
  return `${call}(): descriptor ${fd} is ${state}, and only a RESERVED one can be installed or dropped`;
}

/** A few numbers, or how many there are. */
function numbers(fds: readonly number[]): string {
  const listed = fds.slice(0, 8).join(", ");
  return fds.length > 8 ? `${listed} and ${fds.length - 8} more` : listed;
}

export function reservedName(kind: string, fds: readonly number[]): string {
  if (fds.length === 0) return `\`${kind}\` of no descriptor`;
  return `\`${kind}\` of descriptor${fds.length === 1 ? "" : "s"} ${numbers(fds)}`;
}

export function referenceName(path: string): string {
  return `\`ARef<File>\` of ${JSON.stringify(path)}`;
}

export function taskName(id: number, made: string | undefined): string {
  return `task ${id}${made === undefined || made === "" ? "" : ` (with_current at ${made})`}`;
}

export function taskEnded(call: string, task: string): string {
  return `${call}: ${task} has ended; what it lent can't be used any more`;
}

export function otherTask(
  call: string,
  name: string,
  owner: string,
  current: string,
  made: string | undefined,
): string {
  return `${call}: ${name} belongs to ${owner}, and the current task is ${current}${places(["made here", made])}`;
}

export function notCloneable(name: string, made: string | undefined): string {
  return `${name} can't be cloned, posted, spread or serialised: that would be a reference nobody counted; use clone()${places(["made here", made])}`;
}

export function batchLength(files: number, reserved: number): string {
  return `installBatch(): ${files} files for ${reserved} reserved descriptors; nothing was installed`;
}

export function sameFileTwice(call: string, name: string, index: number): string {
  return `${call}: use of moved value: ${name} is in the list twice, again at index ${index}; nothing was installed`;
}

export function wrongFile(call: string, path: string): string {
  return `${call}: the file ${JSON.stringify(path)} belongs to another kind of table`;
}

export function heldAcrossUnshare(name: string, made: string | undefined): string {
  return `unshare_files(): refused while ${name} is reserved: it would be lost with the shared table${places(["made here", made])}`;
}

export function cannotUnshare(): string {
  return "unshare_files(): the table of this task can't be copied";
}

export function leakedAtTaskEnd(
  task: string,
  leaked: readonly (readonly [name: string, made: string | undefined])[],
): string {
  const listed = leaked.slice(0, 10).map(([name, made]) => `${name}${places(["made here", made])}`);
  if (leaked.length > listed.length) listed.push(`and ${leaked.length - listed.length} more`);
  const what = leaked.length === 1 ? "a reservation was" : `${leaked.length} reservations were`;
  return `${task} ended while ${what} neither installed nor dropped; returned to the table:\n${listed.join("\n")}`;
}

export function leakedAtCollection(name: string, made: string | undefined): string {
  return `${name} was garbage-collected while reserved; it stays reserved until its task ends${places(["made here", made])}`;
}

export function leakedReference(name: string, made: string | undefined): string {
  return `${name} was garbage-collected and never dropped: the file is never released${places(["made here", made])}`;
}

export function notReturned(name: string, error: unknown): string {
  return `${name} could not be returned to the table: ${thrown(error)}`;
}

export function notATable(call: string, given: unknown): string {
  return `${call}(): \`table\` must be a DescriptorTable that this copy of movecheck made in this thread, and is ${shown(given)}`;
}
