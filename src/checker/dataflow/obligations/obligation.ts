import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../../ir/block-id.js";
import type { Instruction, MaybeThrow } from "../../ir/instruction.js";
import { fieldPath, isWithin, type MovePath } from "../../ir/move-path.js";
import type { Alias, Release, Resource } from "../../ir/resource.js";
import { successors } from "../../ir/terminal.js";
import type { Analysis } from "../analysis.js";
import type { ControlFlow } from "../../graph/control-flow.js";
import {
  addStatus,
  assume,
  copyState,
  forget,
  joinKnowledge,
  names,
  nothingKnown,
  OWED,
  STATUSES,
  type Knowledge,
  type ObligationState,
  type Status,
} from "./obligation-state.js";
import type { ResourceEvents } from "./resource-events.js";
import { solve } from "../solve.js";

/** What a walk over a block shows. */
export interface ObligationVisit {
  /** Each instruction that may concern the resource, with the state before it. */
  readonly before?: (instruction: Instruction, state: ObligationState, at: number) => void;
  /** Each point where an exception may leave, with the state that it carries. */
  readonly unwind?: (to: BlockId, state: ObligationState, at: number) => void;
}

/**
 * What may have become of one resource of a function, at each block.
 *
 * The obligation is the object's, so names are followed along: a release, a use or an escape concerns the resource where the
 * place that it mentions may name it. It counts for sure where the place must.
 *
 * Convergence: statuses and names that may hold it only grow at a join, conditions and names that must hold it only shrink,
 * and there are finitely many of each in a function.
 *
 * Source: must-call obligations after Kellogg et al., "Lightweight and Modular Resource Leak Verification"; ways are told apart
 * as in ESP (see {@link ObligationState}).
 */
export class Obligation implements Analysis<ObligationState> {
  readonly seeds: ReadonlyMap<BlockId, ObligationState>;

  constructor(
    readonly events: ResourceEvents,
    readonly resource: Resource,
  ) {
    this.seeds = new Map([[this.controlFlow.graph.entry, new Map<Status, Knowledge>([["unborn", nothingKnown()]])]]);
  }

  get controlFlow(): ControlFlow {
    return this.events.controlFlow;
  }

  copy(state: ObligationState): ObligationState {
    return copyState(state);
  }

  join(into: ObligationState, from: ObligationState): boolean {
    let changed = false;
    for (const [status, knowledge] of from) changed = addStatus(into, status, knowledge) || changed;
    return changed;
  }

  transfer(block: BlockId, entry: ObligationState, propagate: (to: BlockId, state: ObligationState) => void): void {
    const exit = this.walk(block, entry, { unwind: propagate });
    if (exit.size === 0) return;
    for (const to of successors(this.controlFlow.block(block).terminal)) propagate(to, exit);
  }

  /** Runs a block on a copy of its entry state; the state at its end. */
  walk(block: BlockId, entry: ObligationState, visit: ObligationVisit): ObligationState {
    const state = copyState(entry);
    /** The call or promise that the resource was lent to last, and the release that came last. */
    let lentTo: unknown;
    let released: Release | undefined;
    for (const at of this.events.in(block)) {
      const instruction = this.controlFlow.instruction(block, at);
      if (instruction === undefined) continue;
      if (instruction.kind === "maybe-throw") {
        if (visit.unwind !== undefined && state.size > 0) {
          const thrown = thrownState(state, instruction, lentTo === instruction.node, released);
          if (thrown.size > 0) visit.unwind(instruction.unwind, thrown, at);
        }
        continue;
      }
      visit.before?.(instruction, state, at);
      if (instruction.kind === "operate" && this.#concerns(state, instruction.place)) lentTo = instruction.node;
      if (instruction.kind === "release" && this.#concerns(state, instruction.place)) released = instruction;
      this.apply(instruction, state);
    }
    return state;
  }

  #concerns(state: ObligationState, place: MovePath): boolean {
    for (const knowledge of state.values()) if (names(knowledge, place) !== "never") return true;
    return false;
  }

  apply(instruction: Instruction, state: ObligationState): void {
    switch (instruction.kind) {
      case "acquire":
        if (instruction.resource === this.resource) this.#acquire(state, instruction.place);
        else forgetEverywhere(state, instruction.place);
        return;
      case "alias":
        for (const knowledge of state.values()) addAlias(knowledge, instruction);
        return;
      case "release":
        if (instruction.facts === this.resource.facts) release(state, instruction);
        else discharge(state, (path) => path !== instruction.place && isWithin(path, instruction.place));
        return;
      case "escape":
        discharge(state, (path) => isWithin(path, instruction.place));
        return;
      case "forget":
        forgetEverywhere(state, instruction.place);
        return;
      case "assume-absent":
        for (const [status, knowledge] of [...state]) {
          // Where the name is the resource's for sure, it is not empty.
          if (knowledge.must.has(instruction.place)) state.delete(status);
          else knowledge.may.delete(instruction.place);
        }
        return;
      case "assume":
        for (const [status, knowledge] of [...state])
          if (!assume(knowledge, instruction.condition, instruction.holds)) state.delete(status);
        return;
      case "havoc":
        for (const { known } of state.values())
          for (const [key, { condition }] of known)
            if (condition.about.includes(instruction.variable)) known.delete(key);
        return;
      default:
    }
  }

  #acquire(state: ObligationState, place: MovePath): void {
    const knowledge = merged(state);
    state.clear();
    if (knowledge === undefined) return;
    knowledge.may.clear();
    knowledge.must.clear();
    knowledge.releases.clear();
    knowledge.may.add(place);
    knowledge.must.add(place);
    state.set(this.resource.owner === "nobody" ? "discharged" : "owed", knowledge);
  }
}

/** What is known whatever the status. */
function merged(state: ObligationState): Knowledge | undefined {
  let all: Knowledge | undefined;
  for (const knowledge of copyState(state).values()) {
    if (all === undefined) all = knowledge;
    else joinKnowledge(all, knowledge);
  }
  return all;
}

function become(state: ObligationState, from: Status, to: Status): void {
  const knowledge = state.get(from);
  if (knowledge === undefined || from === to) return;
  state.delete(from);
  addStatus(state, to, knowledge);
}

/** Somebody else may release it from now on, wherever one of these places names it. */
function discharge(state: ObligationState, accepts: (path: MovePath) => boolean): void {
  for (const status of OWED) if ([...(state.get(status)?.may ?? [])].some(accepts)) become(state, status, "discharged");
}

function forgetEverywhere(state: ObligationState, place: MovePath): void {
  for (const knowledge of state.values()) forget(knowledge, place);
}

function addAlias(knowledge: Knowledge, { from, to }: Alias): void {
  const translated = (paths: ReadonlySet<MovePath>): MovePath[] =>
    [...paths].filter((path) => isWithin(path, from)).map((path) => translate(path, from, to));
  const may = translated(knowledge.may);
  const must = translated(knowledge.must);
  forget(knowledge, to);
  for (const path of may) knowledge.may.add(path);
  for (const path of must) knowledge.must.add(path);
}

/** The part of `to` that `path` is of `from`. */
function translate(path: MovePath, from: MovePath, to: MovePath): MovePath {
  if (path === from || path.parent === undefined) return to;
  return fieldPath(translate(path.parent, from, to), path.name);
}

function release(state: ObligationState, instruction: Release): void {
  const { place, how } = instruction;
  for (const status of STATUSES) {
    const knowledge = state.get(status);
    if (knowledge === undefined || status === "unborn" || status === "released") continue;
    // What the receiver of the acquiring call is released with is a part of its place.
    const exactly = knowledge.must.has(place);
    if (!exactly && names(knowledge, place) === "never") continue;
    if (exactly && how.kind !== "closure" && how.kind !== "drained") {
      knowledge.releases.clear();
      knowledge.releases.add(instruction);
      become(state, status, "released");
    } else if (status !== "discharged") {
      become(state, status, "discharged");
    }
  }
}

/** What an exception carries along that leaves with this state. */
function thrownState(
  state: ObligationState,
  { by, node }: MaybeThrow,
  own: boolean,
  released: Release | undefined,
): ObligationState {
  const thrown: ObligationState = new Map();
  for (const [status, knowledge] of state) {
    const last = status === "released" && released !== undefined && knowledge.releases.has(released);
    // A release that throws before it returns is not taken to happen; one that is waited for may fail.
    if (last && by === "call" && released.node === node) continue;
    const failed = last && by === "await" && node.type === "AwaitExpression" && awaits(node, released.node);
    const after =
      status === "owed" ? (own ? "owed-by-own-throw" : "owed-by-throw") : failed ? "release-failed" : status;
    addStatus(thrown, after, knowledge);
  }
  return thrown;
}

/** Whether it is this call's promise that is waited for. */
function awaits({ argument }: TSESTree.AwaitExpression, call: TSESTree.Node): boolean {
  return argument.range[0] <= call.range[0] && argument.range[1] === call.range[1];
}

/** What a resource is called, and where one points when it is spoken of. */
export interface ResourceName {
  readonly text: string;
  readonly node: TSESTree.Node;
}

/** One resource's analysis, solved. */
export class ObligationResult {
  readonly #entries: ReadonlyMap<BlockId, ObligationState>;
  #name: ResourceName | undefined;

  constructor(readonly analysis: Obligation) {
    this.#entries = solve(analysis);
  }

  /** The first variable that it is put into; the call that acquires it where there is none. */
  get name(): ResourceName {
    return (this.#name ??= this.#firstVariable() ?? {
      text: this.analysis.resource.name,
      node: this.analysis.resource.node,
    });
  }

  #firstVariable(): ResourceName | undefined {
    const { controlFlow, resource } = this.analysis;
    if (resource.place.local.kind !== "temporary") return undefined;
    for (const block of controlFlow.order) {
      const entry = this.entry(block);
      let found: ResourceName | undefined;
      if (entry !== undefined)
        this.analysis.walk(block, entry, {
          before: (instruction, state) => {
            if (found !== undefined || instruction.kind !== "alias" || instruction.to.local.kind === "temporary")
              return;
            if ([...state.values()].some((knowledge) => names(knowledge, instruction.from) !== "never"))
              found = { text: instruction.to.text, node: instruction.node };
          },
        });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The state on entry to a block; `undefined` where no way leads. */
  entry(block: BlockId): ObligationState | undefined {
    return this.#entries.get(block);
  }
}

/** Solves one resource of a graph. */
export function solveObligation(events: ResourceEvents, resource: Resource): ObligationResult {
  return new ObligationResult(new Obligation(events, resource));
}
