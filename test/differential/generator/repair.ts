import { whole } from "../language/place.js";
import { prune } from "../language/prune.js";
import type { Block, Statement } from "../language/statement.js";
import type { Subject } from "../language/subject.js";
import { blocksOf, usesOfStatement } from "../language/uses.js";
import { variablesOf } from "../language/variables-of.js";
import { execute } from "../oracle/execute.js";
import type { Verdict, Violation } from "../oracle/verdict.js";
import { printRust } from "../print/rust.js";
import { printTypescript } from "../print/typescript.js";
import type { Random } from "../random.js";
import { replace } from "./edit.js";

/** The verdict of path enumeration on a function as it is printed. */
export function judge(subject: Subject, exceptions = false): Verdict {
  return execute(subject, (exceptions ? printTypescript : printRust)("f", subject).lineOf);
}

/** Errors that are no misuse in TypeScript; functions that have one are not compared. */
export function isUnfit({ code }: Violation): boolean {
  return code === "E0381" || code === "E0506" || code === "unreached E0525";
}

function withoutViolation(subject: Subject, violation: Violation, random: Random): Subject {
  const { statement, place } = violation;
  const root = place && variablesOf(subject).get(place.root);
  const fresh: readonly Statement[] =
    violation.code === "E0382" && root?.kind === "value" && random.chance(0.3)
      ? [{ kind: "assign", place: whole(root.name), value: { kind: "make", type: root.type } }, statement]
      : [];
  const declaration: readonly Statement[] =
    statement.kind === "let" && fresh.length === 0
      ? [{ ...statement, value: { kind: "make", type: statement.type } }]
      : [];
  return { ...subject, body: replace(subject.body, statement, fresh.length > 0 ? fresh : declaration) };
}

/** The innermost statements that move out of a variable. */
function movesOf(block: Block, root: string): readonly Statement[] {
  return block.flatMap((statement) => {
    const inner = blocksOf(statement).flatMap((each) => movesOf(each, root));
    if (inner.length > 0) return inner;
    return usesOfStatement(statement).some(({ how, place }) => how !== "assign" && place.root === root)
      ? [statement]
      : [];
  });
}

/** Consumes the leaked value where it is lost; where some path has consumed it before, takes one of those moves away. */
function withoutLeak(subject: Subject, verdict: Verdict, random: Random, exceptions: boolean): Subject | undefined {
  const leak = random.pick(verdict.leaks.filter(({ exceptional }) => !exceptional));
  const { statement } = leak;
  const variable = leak.place && variablesOf(subject).get(leak.place.root);
  if (!variable) return statement && prune({ ...subject, body: replace(subject.body, statement, []) });
  if (variable.kind === "reference") return undefined;
  const eat: Statement =
    variable.kind === "closure"
      ? { kind: "call-closure", name: variable.name }
      : {
          kind: "call",
          arguments: [{ by: "value", type: variable.type, value: { kind: "move", place: whole(variable.name) } }],
        };
  const last = statement ?? lastStatementAt(subject, leak.line);
  if (last) {
    const eaten = prune({ ...subject, body: replace(subject.body, last, statement ? [eat, last] : [last, eat]) });
    if (judge(eaten, exceptions).violations.length === 0) return eaten;
  }
  const moves = movesOf(subject.body, variable.name);
  if (moves.length === 0) return undefined;
  const gone = random.pick(moves);
  return prune({
    ...subject,
    body: replace(
      subject.body,
      gone,
      gone.kind === "let" ? [{ ...gone, value: { kind: "make", type: gone.type } }] : [],
    ),
  });
}

function lastStatementAt(subject: Subject, line: number): Statement | undefined {
  for (const [statement, at] of printTypescript("f", subject).lineOf) if (at === line) return statement;
  return undefined;
}

/** Edits a drafted function, one finding after the other, until the wanted ones are gone or the attempts are used up. */
export function repair(
  drafted: Subject,
  wanted: "fit" | "no misuse" | "no leak",
  random: Random,
  exceptions: boolean,
): Subject {
  let subject = prune(drafted);
  for (let attempt = 0; attempt < 60; attempt++) {
    const verdict = judge(subject, exceptions);
    const unfit = verdict.violations.filter((violation) => isUnfit(violation) || wanted !== "fit");
    const [first] = unfit;
    if (first) {
      subject = prune(withoutViolation(subject, first, random));
      continue;
    }
    if (wanted !== "no leak" || !verdict.leaks.some(({ exceptional }) => !exceptional)) return subject;
    const next = withoutLeak(subject, verdict, random, exceptions);
    if (!next) return subject;
    subject = next;
  }
  return subject;
}
