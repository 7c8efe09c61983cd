import { codes } from "../../../checker/diagnostics/codes.js";
import { explanations } from "../../../checker/diagnostics/explain/explanations.js";
import type { Explanation } from "../../../checker/diagnostics/explain/explanation.js";
import { exitCode } from "../exit-code.js";
import type { ExitCode } from "../exit-code.js";
import { painter } from "../format/snippet/paint.js";
import type { Paint } from "../format/snippet/paint.js";
import { wantsColor } from "../io.js";
import type { Io } from "../io.js";
import { messages } from "../messages.js";
import { UsageError } from "../usage-error.js";

/**
 * Runs `movecheck explain`: prints what a code means, or lists the codes.
 *
 * @param code a code in any case; rustc's own (`E0382`) leads to its counterpart
 * @throws UsageError when there is no such code
 */
export function explain(code: string | undefined, io: Io): ExitCode {
  const paint = painter(wantsColor(io, io.stdout));
  if (code === undefined) {
    for (const { code: each, title } of explanations) io.stdout.write(`${paint("bold", each)}  ${title}\n`);
    return exitCode.clean;
  }
  const wanted = code.toUpperCase();
  const found = explanations.find((each) => each.code === wanted || each.rustc?.split(", ").includes(wanted) === true);
  if (found === undefined) throw new UsageError(messages.unknownCode(code, codes));
  io.stdout.write(renderExplanation(found, paint));
  return exitCode.clean;
}

/** The text of an explanation as the terminal shows it. */
function renderExplanation({ code, title, text, rustc, examples }: Explanation, paint: Paint): string {
  const parts = [paint("bold", `${code}: ${title}`), text.trim()];
  for (const { failing, fixed } of examples) {
    parts.push(
      paint("bold", messages.explainFailing),
      indent(failing),
      paint("bold", messages.explainFixed),
      indent(fixed),
    );
  }
  parts.push(rustc === undefined ? messages.explainNoRustc : messages.explainRustc(rustc));
  return `${parts.join("\n\n")}\n`;
}

function indent(program: string): string {
  return program.trim().replaceAll(/^(?=.)/gmu, "    ");
}
