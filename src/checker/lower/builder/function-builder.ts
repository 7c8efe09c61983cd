import type { TSESTree } from "@typescript-eslint/types";
import { getOrInsert } from "../../collections/get-or-insert.js";
import type { Unsupported } from "../../ir/unsupported.js";
import type { Block } from "../../ir/block.js";
import type { LoweringError } from "../../ir/lowering-error.js";
import type { Instruction, MaybeThrow } from "../../ir/instruction.js";
import type { NotOwned, Local, LocalKind } from "../../ir/local.js";
import { addPath } from "../../ir/move-path.js";
import { UNTERMINATED } from "../../ir/terminal.js";
import type { TypeFacts } from "../../oracle/type-facts.js";
import type { Binding } from "../../scope/binding.js";
import type { Body } from "../../scope/body.js";
import type { FileContext } from "./file-context.js";
import { BodyResources } from "./body-resources.js";
import type { FieldOverwrite } from "./lent/field-overwrite.js";
import type { LentFrom, TakeCandidate } from "./lent/take-candidate.js";
import { jumpKey, type Frame, type Jump, type LocalsFrame, type TargetFrame } from "./frame.js";

/** Deeper nesting than this is not modelled unless the host can cope with an overflow of the stack. */
const MAX_DEPTH = 400;

/** The graph of one body while it grows: where the next instruction goes and what encloses it. */
export class FunctionBuilder {
  readonly blocks: Block[] = [];
  readonly locals: Local[] = [];
  readonly unsupported: Unsupported[] = [];
  readonly root: LocalsFrame = { kind: "locals", parent: undefined, locals: [], exits: new Map() };
  /** The local of each binding asked for; `undefined` for one that holds nothing to look after. */
  readonly table = new Map<Binding, Local | undefined>();
  /** The outer binding that a captured local stands for. */
  readonly captured = new Map<Local, Binding>();
  frame: Frame = this.root;
  current: Block;
  /** The expression whose value an expression statement drops. */
  statement: TSESTree.Node | undefined;
  /** What the variables that hold something lent were lent. */
  readonly lentFrom = new Map<Local, LentFrom>();
  /** Reads that may take a value out of a place behind a borrow. */
  readonly takeCandidates: TakeCandidate[] = [];
  /** Assignments to fields of the receiver, whose old value may be live. */
  readonly overwrites: FieldOverwrite[] = [];
  /** How many copies of finalizers enclose this point, multiplied. */
  finalizerCopies = 1;
  /** What is known of the resources of this body. */
  readonly resources: BodyResources;
  readonly #returnExit: Block;
  readonly #throwExit: Block;
  /** Temporaries that died with their statement: on the ways out of the middle of it they still count. */
  readonly #ended = new Set<Local>();
  #depth = 0;
  #targets = 0;

  constructor(
    readonly context: FileContext,
    readonly body: Body,
    /** Reads that are known to take the value out, from lowering the body before. */
    readonly taken: ReadonlySet<TSESTree.Node> = new Set(),
  ) {
    this.resources = new BodyResources(context.pointsTo.concerns(body));
    this.current = this.newBlock();
    this.#returnExit = this.newBlock();
    this.#returnExit.terminal = { kind: "return" };
    this.#throwExit = this.newBlock(true);
    this.#throwExit.terminal = { kind: "resume" };
  }

  newBlock(cleanup = false): Block {
    const block: Block = { id: this.blocks.length, instructions: [], terminal: UNTERMINATED, cleanup };
    this.blocks.push(block);
    return block;
  }

  emit(instruction: Instruction): void {
    this.current.instructions.push(instruction);
  }

  reportError(node: TSESTree.Node, error: LoweringError): void {
    this.emit({ kind: "report", node, error });
  }

  /** Continues lowering in a block. */
  start(block: Block): void {
    this.current = block;
  }

  /** Ends the current block; what follows is unreachable until another block is started. */
  goto(target: Block, isBackEdge = false): void {
    this.current.terminal = { kind: "goto", target: target.id, isBackEdge };
    this.current = this.newBlock();
  }

  branch(test: TSESTree.Node, whenTrue: Block, whenFalse: Block, arm = false): void {
    this.current.terminal = { kind: "branch", test, whenTrue: whenTrue.id, whenFalse: whenFalse.id, arm };
    this.current = this.newBlock();
  }

  unreachable(): void {
    this.current.terminal = { kind: "unreachable" };
    this.current = this.newBlock();
  }

  /** An exception may leave here. */
  maybeThrow(node: TSESTree.Node, by: MaybeThrow["by"]): void {
    this.emit({ kind: "maybe-throw", node, by, unwind: this.route(this.frame, { kind: "throw" }).id });
  }

  jump(jump: Jump, node?: TSESTree.Node): void {
    const from = this.current;
    this.goto(this.route(this.frame, jump));
    if (node !== undefined && from.terminal.kind === "goto") from.terminal = { ...from.terminal, node };
  }

  /** Falls off the end of the body, whose locals have been closed. */
  jumpOut(): void {
    this.goto(this.#returnExit);
  }

  /** The block where a jump from inside a frame goes first: clean-up, a finalizer, or its target. */
  route(from: Frame, jump: Jump): Block {
    const key = jumpKey(jump);
    let pending: Block | undefined;
    let first: Block | undefined;
    const found = (block: Block): Block => {
      if (pending !== undefined) pending.terminal = { kind: "goto", target: block.id, isBackEdge: false };
      return first ?? block;
    };
    for (let frame: Frame | undefined = from; frame !== undefined; frame = frame.parent) {
      switch (frame.kind) {
        case "locals": {
          const known = frame.exits.get(key);
          if (known !== undefined) return found(known);
          const exit = this.newBlock(jump.kind === "throw");
          frame.exits.set(key, exit);
          found(exit);
          pending = exit;
          first ??= exit;
          break;
        }
        case "target":
          if (jump.kind === "break" && jump.to === frame) return found(frame.breakTo);
          if (jump.kind === "continue" && jump.to === frame && frame.continueTo) return found(frame.continueTo);
          break;
        case "catch":
          if (jump.kind === "throw") return found(frame.handler);
          break;
        case "finally": {
          const { entry } = getOrInsert(frame.entries, key, () => ({
            entry: this.newBlock(jump.kind === "throw"),
            jump,
          }));
          return found(entry);
        }
      }
    }
    return found(jump.kind === "throw" ? this.#throwExit : this.#returnExit);
  }

  openLocals(): LocalsFrame {
    const frame: LocalsFrame = { kind: "locals", parent: this.frame, locals: [], exits: new Map() };
    this.frame = frame;
    return frame;
  }

  /** Ends a scope: its locals die where it falls through and on each other way out. */
  closeLocals(frame: LocalsFrame, node: TSESTree.Node): void {
    for (const local of frame.locals.toReversed()) {
      if (local.facts.ownership !== "owned") continue;
      const at = local.kind === "temporary" ? local.node : node;
      const instruction: Instruction = { kind: "storage-dead", local, node: at };
      if (!this.#ended.has(local)) this.emit(instruction);
      for (const exit of frame.exits.values()) exit.instructions.push(instruction);
    }
    if (frame.parent !== undefined) this.frame = frame.parent;
  }

  /**
   * What a statement made and nobody took dies with the statement: the temporaries of the current scope
   * from this position on.
   */
  endTemporaries(mark: number): void {
    for (const local of this.scope.locals.slice(mark)) {
      if (local.kind !== "temporary" || local.facts.ownership !== "owned") continue;
      this.#ended.add(local);
      this.emit({ kind: "storage-dead", local, node: local.node });
    }
  }

  /** Whether this point is in the body of a loop. */
  isInLoop(): boolean {
    for (let frame: Frame | undefined = this.frame; frame !== undefined; frame = frame.parent)
      if (frame.kind === "target" && frame.continueTo !== undefined) return true;
    return false;
  }

  openTarget(labels: readonly string[], plain: boolean, breakTo: Block, continueTo?: Block): TargetFrame {
    const frame: TargetFrame = {
      kind: "target",
      parent: this.frame,
      id: this.#targets++,
      labels,
      plain,
      breakTo,
      continueTo,
    };
    this.frame = frame;
    return frame;
  }

  close(frame: Frame): void {
    if (frame.parent !== undefined) this.frame = frame.parent;
  }

  /** The innermost frame that declares locals. */
  get scope(): LocalsFrame {
    let frame: Frame | undefined = this.frame;
    while (frame !== undefined && frame.kind !== "locals") frame = frame.parent;
    return frame ?? this.root;
  }

  newLocal(
    kind: LocalKind,
    name: string,
    node: TSESTree.Node,
    facts: TypeFacts,
    notOwned: NotOwned | undefined,
    using = false,
    endsHere = false,
  ): Local {
    const paths: Local["paths"] = [];
    // The root path needs the local and the local its root: the cycle is closed by assigning once.
    const local = {
      id: this.locals.length,
      name,
      kind,
      node,
      facts,
      using,
      notOwned,
      callOnce: facts.fnOnce,
      returned: false,
      lentFromOutside: false,
      endsHere,
      paths,
    } as unknown as {
      -readonly [K in keyof Local]: Local[K];
    };
    local.root = addPath(local, undefined, name, facts);
    this.locals.push(local);
    return local;
  }

  /** Begins a local's life in the current scope. */
  live(local: Local, node: TSESTree.Node): void {
    this.scope.locals.push(local);
    this.emit({ kind: "storage-live", local, node });
  }

  temporary(node: TSESTree.Node, facts: TypeFacts, name = "value"): Local {
    const local = this.newLocal("temporary", name, node, facts, undefined);
    this.live(local, node);
    return local;
  }

  /** Runs `lower` one level deeper, or says that it is too deep. */
  nested<T>(node: TSESTree.Node, otherwise: T, lower: () => T): T {
    if (this.#depth >= MAX_DEPTH && this.context.options.anyDepth !== true) {
      this.unsupport(node, `${node.type} nested more than ${MAX_DEPTH} deep`);
      return otherwise;
    }
    this.#depth++;
    try {
      return lower();
    } finally {
      this.#depth--;
    }
  }

  unsupport(node: TSESTree.Node, what: string): void {
    this.unsupported.push({ span: { start: node.range[0], end: node.range[1] }, what });
  }
}
