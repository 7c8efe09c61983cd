/**
 * Makes a handle refuse to be copied: structured clone (`postMessage`, `workerData`), spread, JSON.
 *
 * Structured clone drops private fields and methods, and would silently make a plain object of a
 * handle; it does read every own enumerable property. One such property that throws stops it, and
 * with an error of ours instead of a DataCloneError. The accessor is shared by all handles of a class.
 */
export function makeUncloneable(handle: object, key: string, get: (this: object) => never): void {
  Object.defineProperty(handle, key, { enumerable: true, configurable: false, get });
}
