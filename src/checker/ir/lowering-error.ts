import type { TSESTree } from "@typescript-eslint/types";
import type { SendObstacle } from "../oracle/refinement.js";
import type { NotOwned, Local } from "./local.js";

/** A move out of a place that does not own its value, or can't be taken apart. */
export type IllegalMove =
  | { readonly code: "MC0507"; readonly place: string; readonly notOwned: NotOwned; readonly local: Local | undefined }
  | { readonly code: "MC0508"; readonly place: string; readonly type: string }
  | { readonly code: "MC0509"; readonly place: string; readonly type: string };

/** What the lowering itself can tell, before any dataflow. One kind per check in `checks/`. */
export type LoweringError =
  | IllegalMove
  | {
      readonly code: "MC0525";
      readonly captured: string;
      /** What may call it again; `undefined` where the destination's type says how often. */ readonly callee:
        string | undefined;
      readonly use: TSESTree.Node;
    }
  /** What `using` holds is returned: it is disposed of before the caller gets it. */
  | { readonly code: "MC0505"; readonly place: string; readonly local: Local }
  /** A field of the receiver is overwritten while it holds a live value. */
  | { readonly code: "MC1001"; readonly how: "overwritten"; readonly place: string }
  /** A function borrows what it is given by value, or returns a linear value where nobody takes one. */
  | { readonly code: "MC1001"; readonly how: "borrowing callback" | "dropped result"; readonly place: string }
  /** `using` disposes of an object whose class leaves these fields alone. */
  | { readonly code: "MC1001"; readonly how: "forgotten"; readonly place: string; readonly fields: readonly string[] }
  | { readonly code: "MC1002"; readonly callee: string }
  | {
      readonly code: "MC1003";
      readonly how: "forgotten" | "cast" | "forge" | "spread";
      readonly place: string;
      readonly type: string;
    }
  | { readonly code: "MC0277"; readonly place: string; readonly type: string; readonly obstacle: SendObstacle }
  | {
      readonly code: "MC0521";
      readonly place: string;
      readonly how: "stored" | "captured";
      readonly callee: string | undefined;
      readonly use: TSESTree.Node | undefined;
    };
