/**
 * The package that a file belongs to, as one imports it.
 *
 * @example
 * packageOf("/app/node_modules/@types/scope__name/index.d.ts"); // "@scope/name"
 */
export function packageOf(file: string): string | undefined {
  const [, ...parts] = file.split(/[\\/]node_modules[\\/]/u);
  const name = /^(?:@[^\\/]+[\\/])?[^\\/]+/u.exec(parts.at(-1) ?? "")?.[0].replace("\\", "/");
  if (name?.startsWith("@types/") !== true) return name;
  const [, scope, bare] = /^@types\/(?:(.+)__)?(.+)$/u.exec(name) ?? [];
  return scope === undefined ? bare : `@${scope}/${bare ?? ""}`;
}
