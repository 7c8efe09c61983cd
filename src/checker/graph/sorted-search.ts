/** The first number of an ascending list that is greater than `after` and less than `before`. */
export function firstBetween(numbers: readonly number[], after: number, before: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  const found = numbers[low];
  return found !== undefined && found < before ? found : undefined;
}
