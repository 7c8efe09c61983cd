import type { ControlFlow } from "../../graph/control-flow.js";
import type { ObligationResult } from "../../dataflow/obligations/obligation.js";
import { names, OWED, type ObligationState, type Status } from "../../dataflow/obligations/obligation-state.js";
import type { Diagnostic, Related } from "../../diagnostics/diagnostic.js";
import { dropped, releasedHere, unreleased } from "../../diagnostics/resource-messages.js";
import type { Instruction } from "../../ir/instruction.js";
import { nameSpan, spanOf } from "../../syntax/span.js";
import { describeWays, waysOut, type WayOut } from "./ways-out.js";

/** What a walk over the solved graph found. */
interface Findings {
  /** The first release or escape that may concern the resource. */
  settled: Instruction | undefined;
  dropped: Instruction | undefined;
  /** Read to its end somewhere: as far as can be told, on every way that matters. */
  drained: boolean;
  /** Acquired again while the one before is still owed. */
  again: Instruction | undefined;
}

/** The statuses in which leaving the function without an exception is a leak. */
const ON_RETURN: readonly Status[] = ["owed", "owed-by-own-throw"];

/**
 * MC2001: a resource that nothing releases; MC2002: one that some way out misses; MC2005: one that is dropped where it is made.
 *
 * Ways out by an exception count where it is thrown by a statement of this function; other exceptions where they are caught in
 * this function and come from the resource's own methods, or where its kind asks for it (locks).
 */
export function checkUnreleased(controlFlow: ControlFlow, result: ObligationResult): Diagnostic[] {
  const { resource } = result.analysis;
  const { facts, owner } = resource;
  if (owner !== "function" || livesWithProgram(controlFlow)) return [];
  if (facts.leak === "off" && facts.leakOnThrow === "off") return [];
  const found = lookThrough(controlFlow, result);
  if (found.drained) return [];
  const at = { span: nameSpan(result.name.node), label: unreleased.label(facts) };
  if (found.dropped !== undefined && found.settled === undefined) {
    if (facts.leak === "off" || facts.mayBeDropped) return [];
    const message = dropped.title(result.name.text);
    return [{ ...at, code: "MC2005", severity: facts.leak, message, related: [], help: dropped.help }];
  }
  const leaks = facts.leak === "off" ? [] : waysOut(controlFlow, result, "return", ON_RETURN);
  const thrown = waysOut(controlFlow, result, "resume", facts.leak === "off" ? [] : ["owed"]);
  const ways = [...leaks, ...thrown];
  const help = unreleased.help(facts, result.name.text);
  if (facts.leak !== "off" && ways.length > 0 && found.settled === undefined) {
    const message = unreleased.never(result.name.text);
    return [{ ...at, code: "MC2001", severity: facts.leak, message, related: [], help }];
  }
  if (facts.leak !== "off" && ways.length > 0) {
    const message = unreleased.onThisWay(result.name.text);
    const related = [...describeWays(controlFlow, result, ways), ...whereReleased(found)];
    return [{ ...at, code: "MC2002", severity: facts.leak, message, related, help }];
  }
  if (facts.leak !== "off" && found.again !== undefined) {
    const message = unreleased.again(result.name.text);
    const related = [{ span: spanOf(found.again.node), message: unreleased.leavesAgain }, ...whereReleased(found)];
    return [{ ...at, code: "MC2002", severity: facts.leak, message, related, help }];
  }
  if (facts.leakOnThrow === "off" && !resource.caughtOutside) return [];
  const byThrow: readonly WayOut[] = waysOut(
    controlFlow,
    result,
    "resume",
    facts.leakOnThrow === "off" ? ["owed-by-own-throw"] : OWED,
  );
  if (byThrow.length === 0) return [];
  const severity = facts.leakOnThrow === "off" ? facts.leak : facts.leakOnThrow;
  if (severity === "off") return [];
  const related: Related[] = [...describeWays(controlFlow, result, byThrow), ...whereReleased(found)];
  return [{ ...at, code: "MC2002", severity, message: unreleased.onThrow(result.name.text), related, help }];
}

/** What the module's body and an entry point acquire lives as long as the program. */
function livesWithProgram({ graph: { node, name } }: ControlFlow): boolean {
  return node.type === "Program" || node.type === "TSModuleBlock" || /^(?:main|activate)$/u.test(name);
}

function lookThrough(controlFlow: ControlFlow, result: ObligationResult): Findings {
  const { resource } = result.analysis;
  const found: Findings = { settled: undefined, dropped: undefined, drained: false, again: undefined };
  for (const block of controlFlow.order) {
    const entry = result.entry(block);
    if (entry === undefined) continue;
    result.analysis.walk(block, entry, {
      before: (instruction, state) => {
        switch (instruction.kind) {
          case "release":
            if (instruction.how.kind === "drained" && isNamed(state, instruction)) found.drained = true;
            if (instruction.facts === resource.facts && isNamed(state, instruction)) found.settled ??= instruction;
            break;
          case "escape":
            if (isNamed(state, instruction)) found.settled ??= instruction;
            break;
          case "drop":
            if (isDropped(state, instruction)) found.dropped ??= instruction;
            break;
          case "acquire":
            if (instruction.resource === resource && state.has("owed")) found.again ??= instruction;
            break;
          default:
        }
      },
    });
  }
  return found;
}

function isNamed(state: ObligationState, { place }: Extract<Instruction, { kind: "release" | "escape" }>): boolean {
  return [...state.values()].some((knowledge) => names(knowledge, place) !== "never");
}

/** Whether nothing but the dropped value names it. */
function isDropped(state: ObligationState, { place }: Extract<Instruction, { kind: "drop" }>): boolean {
  const owed = state.get("owed");
  return owed?.must.has(place) === true && place.local.kind === "temporary" && owed.may.size === 1;
}

function whereReleased({ settled }: Findings): Related[] {
  if (settled?.kind !== "release") return [];
  return [{ span: spanOf(settled.node), message: `${releasedHere(settled.how, false)} on another way` }];
}
