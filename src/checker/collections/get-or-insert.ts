/** The methods of a map that {@link getOrInsert} needs; a `WeakMap` has them too. */
interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/**
 * The value of a key; made, and put into the map, when the key has none.
 *
 * Source: `Map.prototype.getOrInsertComputed` (ECMAScript proposal "upsert"), which Node 20 does not have.
 *
 * @param map no value in it is `undefined`
 * @example
 * const byLength = new Map<number, string[]>();
 * for (const word of ["a", "b", "cc"]) getOrInsert(byLength, word.length, () => []).push(word);
 * byLength.get(1); // ["a", "b"]
 */
export function getOrInsert<K, V>(map: Store<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
