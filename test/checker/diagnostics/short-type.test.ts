import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { leaked } from "../../../src/checker/diagnostics/messages.js";
import { shortType } from "../../../src/checker/diagnostics/short-type.js";

test("a short type is shown as the compiler prints it", () => {
  for (const type of [
    "ARef<File, Fresh>",
    'Errno<"EMFILE" | "ENOMEM"> | FileDescriptorReservation<S, Fresh>',
    "{ fd: FileDescriptorReservation<S, Fresh>; }",
    "(a: number) => void",
    '"a literal with < and [ and, within the limit, more characters than are shown"',
  ]) {
    assert.equal(shortType(type), type);
  }
});

test("what is nested deepest is left out first", () => {
  assert.equal(
    shortType(
      "readonly [{ readonly jobs: readonly [1, { readonly fd: FileDescriptorReservation<S, Fresh>; }]; }, string]",
    ),
    "readonly [{ readonly jobs: readonly [1, {...}]; }, string]",
  );
  assert.equal(
    shortType(
      "Map<string, ReservationBatch<CurrentScope<First, Second>, 2, Fresh>[]> | Map<number, ReservationBatch<S, 3, Fresh>[]>",
    ),
    "Map<string, ReservationBatch<...>[]> | Map<number, ReservationBatch<...>[]>",
  );
});

test("one argument as short as the dots stays", () => {
  assert.equal(
    shortType("(current: CurrentTask<S>, makeSomething: (given: VeryLongName<A, B, C>) => AnotherName<D, E>) => void"),
    "(current: CurrentTask<S>, makeSomething: (...) => AnotherName<...>) => void",
  );
});

test("a long literal is cut, and brackets in it are no brackets", () => {
  assert.equal(
    shortType(
      'readonly [FileDescriptorReservation<S, Fresh>, "`payload` is `FileDescriptorReservation<`, bound to the task"]',
    ),
    'readonly [FileDescriptorReservation<S, Fresh>, "`payload` is `FileD..."]',
  );
});

test("a long union ends in dots between its parts", () => {
  const part = "readonly [FileDescriptorReservation<S, Fresh>, string]";
  assert.equal(
    shortType(Array<string>(9).fill(part).join(" | ")),
    "readonly [...] | readonly [...] | readonly [...] | readonly [...] | ...",
  );
  assert.equal(shortType("Name".repeat(40)), `${"Name".repeat(40).slice(0, 74)}...`);
});

test("never more than one line, nor more than 80 characters", () => {
  assert.equal(shortType("{\n    fd: Conn;\n    n: number;\n}"), "{ fd: Conn; n: number; }");
  const piece = fc.constantFrom(
    "Conn",
    "<",
    ">",
    "=>",
    "[",
    "]",
    "{ ",
    " }",
    "(",
    ")",
    '"a\\"b"',
    '"',
    "`",
    " | ",
    " & ",
    "\n  ",
    ", ",
    "=",
    "é",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const short = shortType(pieces.join(""));
      return short.length <= 80 && !short.includes("\n");
    }),
    { seed: 20_260_701, numRuns: 2_000 },
  );
});

test("messages show it", () => {
  assert.match(leaked.label("X".repeat(300)), /^`X{74}\.\.\.` is linear/u);
});
