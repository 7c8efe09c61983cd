/** How many cells a tab takes; rustc replaces tabs by four blanks too. */
const TAB = "    ";

/** East Asian wide ranges and emoji: what terminals show in two cells. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Combining marks and joiners: no cell of their own. */
const ZERO = /\p{Mn}|\p{Me}|[\u200b\u200c]|\u200d|\ufe0f/u;

/** What would move the cursor or change the terminal's state, and the marks that reorder text. */
// eslint-disable-next-line no-control-regex -- control characters are what it is for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** A line as the terminal shows it: tabs spread out, control characters replaced. */
export function displayText(text: string): string {
  return text.replaceAll("\t", TAB).replace(CONTROL, "\ufffd");
}

/** How many terminal cells a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of displayText(text)) width += ZERO.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}
