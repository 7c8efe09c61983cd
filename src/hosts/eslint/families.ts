import type { FindingCode } from "../../project/findings/finding.js";
import type { RuleName } from "./rule-name.js";

/** A family of diagnostics: one ESLint rule. */
export interface Family {
  readonly codes: readonly FindingCode[];
  /** One sentence, for `meta.docs.description`. */
  readonly description: string;
  /** The severity in `configs.recommended`; absent when the rule has to be asked for. */
  readonly recommended?: "error" | "warn";
  /** Whether some of its diagnostics come with a fix. */
  readonly fixes: boolean;
}

/** Every rule by its name. Each code of the checker is in exactly one family. */
export const FAMILIES = {
  "no-use-after-move": {
    codes: ["MC0382"],
    description: "Disallow using a value after it was moved, on any path",
    recommended: "error",
    fixes: false,
  },
  "no-leak": {
    codes: ["MC1001"],
    description: "Require a linear value to be consumed, moved out or held by `using` on every path",
    recommended: "error",
    fixes: true,
  },
  "no-leak-on-throw": {
    codes: ["MC1004"],
    description: "Warn when a linear value would leak if a call between its creation and its consumption throws",
    recommended: "warn",
    fixes: true,
  },
  "no-move-out-of-borrow": {
    codes: ["MC0505", "MC0507", "MC0508", "MC0509", "MC0525"],
    description: "Disallow moving out of what is borrowed, shared, indexed or run more than once",
    recommended: "error",
    fixes: false,
  },
  "no-escape": {
    codes: ["MC0521"],
    description: "Disallow a task-bound value to outlive the scope of its task",
    recommended: "error",
    fixes: false,
  },
  "require-send": {
    codes: ["MC0277"],
    description: "Require what is sent to another task to be Send, at any depth",
    recommended: "error",
    fixes: false,
  },
  "no-hidden-move": {
    codes: ["MC1002"],
    description:
      "Disallow calling a consumer where tsc alone can't see the move, for libraries whose users have only tsc",
    fixes: false,
  },
  "no-laundering": {
    codes: ["MC1003"],
    description: "Disallow hiding a linear value behind `any`, `unknown`, a cast or a spread",
    recommended: "error",
    fixes: false,
  },
  "no-unreleased-resource": {
    codes: ["MC2001", "MC2002", "MC2005"],
    description: "Require what has to be released (handles, connections, locks) to be released on every way out",
    recommended: "error",
    fixes: false,
  },
  "no-use-after-release": {
    codes: ["MC2003", "MC2004"],
    description: "Disallow using a resource after it was released or transferred, and releasing it twice",
    recommended: "error",
    fixes: false,
  },
  "valid-suppressions": {
    codes: ["unused-suppression", "bad-suppression"],
    description: "Require each `movecheck-ignore` comment to name a code, give a reason and be needed",
    recommended: "warn",
    fixes: false,
  },
} as const satisfies Record<RuleName, Family>;
