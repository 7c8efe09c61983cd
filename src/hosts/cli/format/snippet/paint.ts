import pc from "picocolors";

/** What a stretch of output is, which decides its colour. */
export type Style = "plain" | "error" | "warning" | "secondary" | "gutter" | "bold" | "help" | "removed" | "added";

/** Colours a text for its style, or returns it as it is where there is no colour. */
export type Paint = (style: Style, text: string) => string;

/**
 * rustc's palette, or none.
 *
 * @param enabled whether the output takes colour
 */
export function painter(enabled: boolean): Paint {
  const colors = pc.createColors(enabled);
  const blue = (text: string): string => colors.bold(colors.blueBright(text));
  const styles: Record<Style, (text: string) => string> = {
    plain: (text) => text,
    error: (text) => colors.bold(colors.redBright(text)),
    warning: (text) => colors.bold(colors.yellow(text)),
    secondary: blue,
    gutter: blue,
    bold: colors.bold,
    help: (text) => colors.bold(colors.cyanBright(text)),
    removed: colors.red,
    added: colors.green,
  };
  return (style, text) => (text === "" ? text : styles[style](text));
}
