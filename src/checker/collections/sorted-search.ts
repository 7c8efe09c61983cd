/**
 * How many items from the start of a sorted sequence satisfy a predicate, in logarithmic time.
 *
 * Source: Rust's `slice::partition_point`.
 *
 * @param length how many items there are
 * @param holds tells of an item, by its position; once false it stays false
 * @example
 * const sorted = [2, 3, 5, 8];
 * partitionPoint(sorted.length, (at) => sorted[at]! < 5); // 2
 */
export function partitionPoint(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first number of an ascending list that is greater than `after` and less than `before`. */
export function firstBetween(numbers: readonly number[], after: number, before: number): number | undefined {
  const found = numbers[partitionPoint(numbers.length, (at) => (numbers[at] ?? Infinity) <= after)];
  return found !== undefined && found < before ? found : undefined;
}

/** The last number of an ascending list that is less than `limit`. */
export function lastBefore(numbers: readonly number[], limit: number): number | undefined {
  return numbers[partitionPoint(numbers.length, (at) => (numbers[at] ?? Infinity) < limit) - 1];
}
