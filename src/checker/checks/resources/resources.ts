import type { FunctionAnalysis } from "../../analysis/function-analysis.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { checkReleasedTwice } from "./released-twice.js";
import { checkUnreleased } from "./unreleased.js";
import { checkUseAfterRelease } from "./use-after-release.js";

/** MC2001 to MC2005: what becomes of the resources of one function. Each is solved by itself. */
export function checkResources(analysis: FunctionAnalysis): Diagnostic[] {
  const { controlFlow } = analysis;
  return analysis.obligations.flatMap((result) =>
    result.analysis.resource.owner === "caller"
      ? []
      : [
          ...checkUnreleased(controlFlow, result),
          ...checkUseAfterRelease(controlFlow, result),
          ...checkReleasedTwice(controlFlow, result),
        ],
  );
}
