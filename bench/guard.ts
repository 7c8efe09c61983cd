/**
 * What `movecheck/guard` costs an own class, beside the same class without it, and in bytes per value.
 *
 * Run: `npm run bench:guard`. Values are made and consumed a hundred at a time, as many as a job has live at most in
 * most programs; the last table is about those that outlive their job.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Consume, DropFlag, Fresh, Held, Linear } from "../src/index.js";
import { consume, guard, Guarded, recordPositions } from "../src/guard/index.js";
import { compare, median, type Variant } from "./support/compare.js";
import { readArguments } from "./support/read-arguments.js";

readArguments({ usage: "tsx bench/guard.ts" });

const ROUNDS = 25;
const AT_ONCE = 100;
let done = 0;

class BareTransaction {
  readonly #client: { sent: number };
  constructor(client: { sent: number }) {
    this.#client = client;
  }
  query(): void {
    this.#client.sent++;
  }
  commit(): void {
    done++;
  }
  [Symbol.dispose](): void {
    done--;
  }
}

class Transaction extends Guarded.consumedBy("commit") {
  readonly #client: { sent: number };
  constructor(client: { sent: number }) {
    super();
    this.#client = client;
  }
  query(): void {
    this.#client.sent++;
  }
  commit(): void {
    done++;
  }
  [Symbol.dispose](): void {
    done--;
  }
}

interface Lease<H = Held> extends Linear<H>, DropFlag, Disposable {
  query(): void;
}

/** What is measured of a form, by value, without its types: a bench consumes as a program does, and counts. */
interface Form {
  readonly name: string;
  readonly make: () => unknown;
  readonly use: (value: never) => void;
  readonly consume: (value: never) => void;
  readonly dispose: (value: never) => void;
}

const client = { sent: 0 };
const commit: Consume<Lease<Fresh>, "commit"> = (lease) => {
  consume(lease, "commit");
  done++;
};
/** What the checker follows no further: a bench consumes whatever it made, phase by phase. */
type Untyped = new (client: object) => object;
const take = ((): Lease<Fresh> =>
  guard<Lease<Fresh>>({ query: () => client.sent++, [Symbol.dispose]: () => done-- })) as unknown as () => object;
const use = (value: { query(): void }): void => {
  value.query();
};
const end = (value: { commit(): void }): void => {
  value.commit();
};
const dispose = (value: Disposable): void => {
  value[Symbol.dispose]();
};
const FORMS: readonly Form[] = [
  { name: "class", make: () => new (BareTransaction as Untyped)(client), use, consume: end, dispose },
  { name: "class on Guarded", make: () => new (Transaction as Untyped)(client), use, consume: end, dispose },
  {
    name: "object",
    make: () => ({ query: () => client.sent++, [Symbol.dispose]: () => done-- }),
    use,
    consume: (value: object) => {
      done += value === client ? 0 : 1;
    },
    dispose,
  },
  { name: "object by guard()", make: take, use, consume: commit, dispose },
];
const PHASES = ["make", "use", "consume", "dispose"] as const;

/** Nanoseconds of each phase, by value, of one round. */
function round(form: Form): Record<(typeof PHASES)[number], number> {
  const times = { make: 0, use: 0, consume: 0, dispose: 0 };
  const batches = 200;
  const values = new Array<unknown>(AT_ONCE);
  const timed = (phase: keyof typeof times, run: () => void): void => {
    const start = process.hrtime.bigint();
    run();
    times[phase] += Number(process.hrtime.bigint() - start) / (AT_ONCE * batches);
  };
  for (let batch = 0; batch < batches; batch++) {
    timed("make", () => {
      for (let n = 0; n < AT_ONCE; n++) values[n] = form.make();
    });
    for (const phase of ["use", "consume", "dispose"] as const) {
      const run = form[phase] as (value: unknown) => void;
      timed(phase, () => {
        for (let n = 0; n < AT_ONCE; n++) run(values[n]);
      });
    }
  }
  return times;
}

async function table(title: string): Promise<void> {
  for (const form of FORMS) round(form);
  const rounds: Record<(typeof PHASES)[number], number>[][] = FORMS.map(() => []);
  for (let n = 0; n < ROUNDS; n++) {
    for (const [index, form] of FORMS.entries()) {
      rounds[index]?.push(round(form));
      await nextTurn();
    }
  }
  console.log(`${title}, nanoseconds a value, and as a ratio to the same without the guard`);
  console.log(`  ${"".padEnd(24)}${PHASES.map((phase) => phase.padStart(16)).join("")}`);
  const cell = (form: number, phase: (typeof PHASES)[number]): number =>
    median((rounds[form] ?? []).map((times) => times[phase]));
  for (const [index, { name }] of FORMS.entries()) {
    const base = index - (index % 2);
    const cells = PHASES.map((phase) => {
      const each = cell(index, phase);
      const ratio = index === base ? "" : ` x${(each / cell(base, phase)).toFixed(1)}`;
      return `${each.toFixed(0)}${ratio}`.padStart(16);
    });
    console.log(`  ${name.padEnd(24)}${cells.join("")}`);
  }
}

/** One value after the other, made, used, consumed and disposed of. */
function inTurn(form: Form): Variant {
  const [use, end, dispose] = [form.use, form.consume, form.dispose] as ((value: unknown) => void)[];
  return [
    form.name,
    (count) => {
      for (let n = 0; n < count; n++) {
        const value = form.make();
        use?.(value);
        end?.(value);
        dispose?.(value);
      }
    },
  ];
}

/** Bytes of one value that is live, beyond its own fields when it is not guarded. */
async function bytes(make: () => unknown, end: (value: never) => void): Promise<number> {
  const count = 20_000;
  const values = new Array<unknown>(count);
  const used = (): number => {
    globalThis.gc?.();
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  values[0] = make();
  await nextTurn();
  const before = used();
  for (let n = 1; n < count; n++) values[n] = make();
  await nextTurn();
  const after = used();
  for (const value of values) (end as (value: unknown) => void)(value);
  return (after - before) / count;
}

const [bare, guarded, object, guardedObject] = FORMS.map(inTurn);
for (const on of [false, true]) {
  recordPositions(on);
  await table(on ? "with places" : "without places (as in production)");
  if (bare && guarded) compare("  made, used, consumed, disposed of in turn", 40_000, [bare, guarded]);
  if (object && guardedObject) compare("  the same", 4_000, [object, guardedObject]);
}

recordPositions(false);
const CLASSES = FORMS.slice(0, 2);
const outlive = async (form: Form, count: number): Promise<number> => {
  const start = process.hrtime.bigint();
  for (let n = 0; n < count; n++) {
    const value = form.make();
    await Promise.resolve();
    form.consume(value as never);
  }
  return Number(process.hrtime.bigint() - start) / count;
};
const times: number[][] = [];
for (let n = 0; n < ROUNDS; n++) {
  const pair: number[] = [];
  for (const form of CLASSES) pair.push(await outlive(form, 5_000));
  times.push(pair);
}
console.log("made, then consumed in a later job (the finalizer is told of it), nanoseconds a value");
for (const [index, { name }] of CLASSES.entries()) {
  const ratio = index === 0 ? "" : ` x${median(times.map(([a = NaN, b = NaN]) => b / a)).toFixed(1)}`;
  console.log(
    `  ${name.padEnd(24)}${`${median(times.map((pair) => pair[index] ?? NaN)).toFixed(0)}${ratio}`.padStart(16)}`,
  );
}
if (globalThis.gc === undefined) {
  console.log("bytes a value: only with --expose-gc");
} else {
  console.log("bytes a live value");
  for (const on of [false, true]) {
    recordPositions(on);
    for (const form of FORMS) {
      const each = await bytes(form.make, form.consume);
      console.log(`  ${`${form.name}${on ? ", with places" : ""}`.padEnd(40)}${each.toFixed(0).padStart(6)}`);
    }
  }
}
