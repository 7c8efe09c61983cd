/** Everything that can be reached from somewhere, itself included. */
export function reachableFrom<T>(start: T, next: (from: T) => Iterable<T>): Set<T> {
  const found = new Set([start]);
  // What is added is walked, too.
  for (const from of found) for (const to of next(from)) found.add(to);
  return found;
}
