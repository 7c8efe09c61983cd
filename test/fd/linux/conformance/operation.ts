import fc from "fast-check";
import { O_CLOEXEC } from "../../../../src/fd/linux/libc/constants.js";

/**
 * One operation on a descriptor table. Descriptors and limits are positions among the numbers that the test may use;
 * `file` is one of the sources; `which` picks one of the outstanding reservations.
 */
export type Operation =
  | { readonly name: "open"; readonly file: number; readonly flags: number }
  | { readonly name: "close" | "read"; readonly fd: number }
  | { readonly name: "dup" | "F_GETFD"; readonly fd: number }
  | { readonly name: "dup2"; readonly fd: number; readonly to: number }
  | { readonly name: "dup3"; readonly fd: number; readonly to: number; readonly flags: number }
  | { readonly name: "F_DUPFD" | "F_DUPFD_CLOEXEC" | "F_SETFD"; readonly fd: number; readonly value: number }
  | { readonly name: "reserve"; readonly flags: number }
  | { readonly name: "install"; readonly which: number; readonly file: number }
  | { readonly name: "drop"; readonly which: number }
  | { readonly name: "setrlimit"; readonly limit: number };

/** How many numbers the test may use, and how many files it opens. */
export const width = 14;
export const sources = 4;

// Two positions beyond the last: a number over every limit, and -1.
const fd = fc.integer({ min: 0, max: width + 1 });
const file = fc.integer({ min: 0, max: sources - 1 });
const flags = fc.constantFrom(0, O_CLOEXEC);
const which = fc.nat({ max: 7 });

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ name: fc.constant("open" as const), file, flags }) },
  { weight: 3, arbitrary: fc.record({ name: fc.constantFrom("close" as const, "read" as const), fd }) },
  { weight: 3, arbitrary: fc.record({ name: fc.constantFrom("dup" as const, "F_GETFD" as const), fd }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant("dup2" as const), fd, to: fd }) },
  {
    weight: 2,
    arbitrary: fc.record({
      name: fc.constant("dup3" as const),
      fd,
      to: fd,
      flags: fc.constantFrom(0, O_CLOEXEC, 0o4000, O_CLOEXEC | 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ name: fc.constantFrom("F_DUPFD" as const, "F_DUPFD_CLOEXEC" as const), fd, value: fd }),
  },
  { weight: 1, arbitrary: fc.record({ name: fc.constant("F_SETFD" as const), fd, value: fc.constantFrom(0, 1) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      name: fc.constant("reserve" as const),
      flags: fc.constantFrom(0, O_CLOEXEC, 0o4000, O_CLOEXEC | 0o4000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ name: fc.constant("install" as const), which, file }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant("drop" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constant("setrlimit" as const), limit: fc.integer({ min: 0, max: width }) }),
  },
  // Back to all the room, or most sequences would end with none.
  { weight: 1, arbitrary: fc.constant({ name: "setrlimit" as const, limit: width }) },
);
