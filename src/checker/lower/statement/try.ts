import type { TSESTree } from "@typescript-eslint/types";
import type { FinallyFrame } from "../builder/frame.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { declarePattern } from "../expression/pattern.js";
import { endOf, lowerStatement, lowerStatements } from "./statement.js";
import { NONE } from "../builder/value.js";

/** Finalizers inside finalizers multiply; beyond this many copies they are not modelled. */
const MAX_COPIES = 256;

/**
 * `try`, `catch`, `finally`. The finalizer is lowered once for each way of entering it (falling through, a
 * throw, a return, each break and continue), so that each goes on where it was going with its own state.
 */
export function lowerTry(b: FunctionBuilder, node: TSESTree.TryStatement): void {
  const after = b.newBlock();
  let frame: FinallyFrame | undefined;
  if (node.finalizer) {
    frame = { kind: "finally", parent: b.frame, entries: new Map() };
    b.frame = frame;
  }
  if (node.handler) lowerWithHandler(b, node.block, node.handler);
  else lowerStatement(b, node.block);
  b.goto(after);
  if (frame !== undefined) b.close(frame);
  if (frame !== undefined && node.finalizer) {
    const copies = b.finalizerCopies;
    b.finalizerCopies = copies * (frame.entries.size + 1);
    if (b.finalizerCopies > MAX_COPIES) {
      b.unsupport(node.finalizer, "finally nested too deeply in finally");
      b.finalizerCopies = copies;
      for (const { entry, jump } of frame.entries.values()) {
        b.start(entry);
        b.jump(jump);
      }
      b.start(after);
      return;
    }
    for (const { entry, jump } of frame.entries.values()) {
      b.start(entry);
      lowerStatement(b, node.finalizer);
      b.jump(jump);
    }
    b.start(after);
    lowerStatement(b, node.finalizer);
    b.finalizerCopies = copies;
    return;
  }
  b.start(after);
}

function lowerWithHandler(b: FunctionBuilder, block: TSESTree.BlockStatement, handler: TSESTree.CatchClause): void {
  const entry = b.newBlock();
  const after = b.newBlock();
  b.frame = { kind: "catch", parent: b.frame, handler: entry };
  const guarded = b.frame;
  lowerStatement(b, block);
  b.close(guarded);
  b.goto(after);
  b.start(entry);
  const scope = b.openLocals();
  if (handler.param) declarePattern(b, handler.param, NONE, handler.param);
  lowerStatements(b, handler.body.body);
  b.closeLocals(scope, endOf(handler.body));
  b.goto(after);
  b.start(after);
}
