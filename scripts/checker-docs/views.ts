import type { FunctionAnalysis } from "../../src/checker/analysis/function-analysis.js";
import { ownershipAnnotations } from "../../src/checker/analysis/ownership-annotations.js";
import { localNames } from "../../src/checker/ir/print/local-names.js";
import { printText, type Annotations } from "../../src/checker/ir/print/text.js";
import { stateAt } from "../../src/checker/query/place-state.js";
import { stateText } from "../../src/checker/query/messages.js";
import { analyzeScopes } from "../../src/checker/scope/analyze-scopes.js";
import { pretty } from "../../src/hosts/cli/format/pretty.js";
import { findingOf } from "../../src/project/findings/finding.js";
import { SourceText } from "../../src/project/source/source-text.js";
import { DECLARATIONS, type Example } from "./example.js";

/** A fenced block of a page. */
export interface Shown {
  readonly language: "text" | "ts";
  readonly text: string;
}

/** What a page may show of an example: the argument, where there is one, names a function, or a code. */
export const VIEWS: Readonly<Record<string, (example: Example, name: string | undefined) => Shown>> = {
  /** What the examples call. */
  declarations: () => ({ language: "ts", text: DECLARATIONS }),
  /** A function's graph. */
  graph: (example, name) => text(printText(functionOf(example, name).graph)),
  /** The same, with what is known of ownership beside each line. */
  ownership: (example, name) => {
    const analysis = functionOf(example, name);
    return text(printText(analysis.graph, ownershipAnnotations(analysis)));
  },
  /** The same, with the references that may still be used. */
  liveness: (example, name) => {
    const analysis = functionOf(example, name);
    return text(printText(analysis.graph, livenessAnnotations(analysis)));
  },
  /** What `movecheck check` prints: all, or of one code. */
  diagnostics: ({ text: source, result }, wanted) => {
    const file = new SourceText("/example.ts", source);
    const findings = result.diagnostics
      .filter(({ code }) => wanted === undefined || code === wanted)
      .map((diagnostic) => findingOf(diagnostic, file));
    const report = {
      findings,
      suppressed: [],
      unsupported: [],
      internalErrors: [],
      files: 1,
      skipped: 0,
      functions: result.functions,
    };
    const printed = pretty(report, { cwd: "/", color: false, version: "" });
    return text(findings.length === 0 ? "nothing to report" : printed.slice(0, printed.lastIndexOf("\n\n")));
  },
  /** The bodies of an example, in the order in which they are lowered, with what they declare and what they reach outside. */
  bodies: ({ program }) => {
    const { bodies } = analyzeScopes(program);
    const lines = bodies.map(({ node, bindings, outer, isClosure }) => {
      const named = "id" in node && node.id?.type === "Identifier" ? node.id.name : undefined;
      const kind = node.type === "Program" ? "module" : isClosure ? "closure" : `function ${named ?? ""}`.trimEnd();
      const declared = bindings.map((binding) => `${binding.name} (${binding.kind})`).join(", ");
      const reached = [...outer.keys()].map((binding) => binding.name).join(", ");
      return `${kind}: declares ${declared || "nothing"}${reached === "" ? "" : `; reaches ${reached}`}`;
    });
    return text(lines.join("\n"));
  },
  /** What an editor shows of the place after each mark `/*?*` and slash. */
  hover: ({ text: source, analyses }) => {
    const file = new SourceText("/example.ts", source);
    const lineOf = (offset: number): number => file.positionAt(offset).line;
    const lines = [...source.matchAll(/\/\*\?\*\//gu)].map(({ index, 0: mark }) => {
      const state = stateAt(analyses, index + mark.length);
      return `line ${lineOf(index)}: ${state === undefined ? "nothing" : stateText(state, lineOf)}`;
    });
    return text(lines.join("\n"));
  },
};

const text = (each: string): Shown => ({ language: "text", text: each });

function functionOf({ analyses }: Example, name: string | undefined): FunctionAnalysis {
  const found = analyses.find(({ graph }) => name === undefined || graph.name === name);
  if (found === undefined) throw new Error(`the example has no function ${name ?? "at all"}`);
  return found;
}

/** The references that may still be used after each instruction. */
function livenessAnnotations({ graph, controlFlow, loans }: FunctionAnalysis): Annotations {
  const names = localNames(graph);
  const references = graph.locals.filter(({ facts }) => facts.ownership === "borrow");
  return {
    beside: (block, number) => {
      const { block: part, at } = controlFlow.pointIn(block, number);
      const live = references.filter((local) =>
        loans
          .liveness(local)
          .intervals(part)
          .some(({ from, to }) => from <= at && at < to),
      );
      return live.length === 0 ? undefined : `live {${live.map(names).join(", ")}}`;
    },
  };
}
