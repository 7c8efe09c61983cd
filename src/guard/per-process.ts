/**
 * One object for the whole process (a realm, in a browser), however many copies of movecheck are loaded: the ES module
 * and the CommonJS build of one version, or two versions.
 *
 * Whatever is kept so is in everybody's reach: it must be harmless there, and keep its shape from version to version.
 */
export function perProcess<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`movecheck.${name}`);
  const global = globalThis as unknown as Record<symbol, T | undefined>;
  const there = global[key];
  if (there !== undefined) return there;
  const made = make();
  Object.defineProperty(globalThis, key, { value: made });
  return made;
}
