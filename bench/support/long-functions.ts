// `eat` is no `asserts` function: of thousands of those in one function tsc says that it is too large (TS2563).
const prelude = `import type { Linear, Ref } from "movecheck";
interface Conn extends Linear { readonly id: number }
declare function make(): Conn; declare function eat(c: Conn): void; declare function look(c: Ref<Conn>): boolean;
declare function coin(): boolean;
`;

const inFunction = (body: string): string => `${prelude}export function f(): void {\n${body}}\n`;

/** A text for each of so many numbers. */
const repeat = (times: number, text: (i: number) => string): string =>
  Array.from({ length: Math.floor(times) }, (_, i) => text(i)).join("");

/** For each 1,000 of so many numbers first one text and then the other: tsc walks back from each use to the declaration. */
function inParts(times: number, first: (i: number) => string, second: (i: number) => string): string {
  return repeat(times / 1_000 + 1, (part) => {
    const size = Math.max(0, Math.min(1_000, times - part * 1_000));
    return repeat(size, (i) => first(part * 1_000 + i)) + repeat(size, (i) => second(part * 1_000 + i));
  });
}

/** Functions of about so many statements, by what their variables go through. */
export const longFunctions: readonly (readonly [name: string, program: (statements: number) => string])[] = [
  [
    "values consumed on branches",
    (statements) =>
      inFunction(
        repeat(
          statements / 6,
          (i) => `  const c${i} = make();
  if (look(c${i})) {
    eat(c${i});
  } else {
    while (look(c${i})) { look(c${i}); }
    eat(c${i});
  }
`,
        ),
      ),
  ],
  // An assignment after every 500 joins: of more than 2,000 before a use tsc says that they are too many.
  [
    "one variable through many joins",
    (statements) =>
      inFunction(
        `  let c = make();\n${repeat(statements / 3, (i) => `  if (look(c)) { eat(c); c = make(); }\n${i % 500 === 499 ? "  eat(c);\n  c = make();\n" : ""}`)}  eat(c);\n`,
      ),
  ],
  [
    "all variables leak",
    (statements) => inFunction(repeat(statements / 3, (i) => `  const c${i} = make();\n  if (coin()) look(c${i});\n`)),
  ],
  [
    "all variables leak on one branch",
    (statements) => inFunction(repeat(statements / 3, (i) => `  const c${i} = make();\n  if (coin()) eat(c${i});\n`)),
  ],
  [
    "early returns, past all variables so far",
    (statements) =>
      inFunction(
        repeat(statements / 4, (i) => `  const c${i} = make();\n  if (look(c${i})) return;\n`) +
          repeat(statements / 4, (i) => `  eat(c${i});\n`),
      ),
  ],
  [
    "many variables in one loop's body",
    (statements) =>
      inFunction(
        `  while (coin()) {\n${repeat(statements / 6, (i) => `    const c${i} = make();\n    if (look(c${i})) continue;\n    if (coin()) break;\n`)}${repeat(statements / 6, (i) => `    eat(c${i});\n`)}  }\n`,
      ),
  ],
  [
    "leaks if a call throws (MC1004)",
    (statements) =>
      inFunction(
        inParts(
          statements / 3,
          (i) => `  const c${i} = make();\n  look(c${i});\n`,
          (i) => `  eat(c${i});\n`,
        ),
      ),
  ],
  [
    "fields of one object: half are consumed",
    (statements) => {
      const fields = repeat(statements, (i) => `f${i}: Conn; `);
      return `${prelude}declare function all(): { ${fields}};\nexport function f(): void {\n  const o = all();\n${repeat(statements, (i) => `  ${i % 2 === 0 ? "eat" : "look"}(o.f${i});\n`)}}\n`;
    },
  ],
  [
    "moved on both branches, used 1,000 variables later",
    (statements) =>
      inFunction(
        inParts(
          statements / 5,
          (i) => `  const c${i} = make();\n  if (coin()) eat(c${i}); else eat(c${i});\n`,
          (i) => `  look(c${i});\n`,
        ),
      ),
  ],
];

/** Loops in loops, with a value that each level consumes and makes again. */
export function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, i) =>
      `${"  ".repeat(i + 1)}while (look(c)) {\n${"  ".repeat(i + 2)}const c${i} = make(); eat(c); c = make();\n`,
  );
  const close = Array.from(
    { length: depth },
    (_, i) => `${"  ".repeat(depth - i + 1)}eat(c${depth - i - 1});\n${"  ".repeat(depth - i)}}\n`,
  );
  return inFunction(`  let c = make();\n${open.join("")}${close.join("")}  eat(c);\n`);
}
