/** One item: found by key and position, told by its value. */
export interface Ranked {
  readonly key: number;
  readonly at: number;
  readonly value: number;
}

/** The least and the greatest value of what a search found. */
export interface Extremes {
  readonly least: number;
  readonly greatest: number;
}

/** Items by key and position, to be asked for the extremes of a stretch of positions in logarithmic time: a segment tree. */
export class RankedRanges {
  readonly #items: readonly Ranked[];
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;

  constructor(items: readonly Ranked[]) {
    this.#items = items.toSorted((a, b) => a.key - b.key || a.at - b.at);
    const size = items.length;
    this.#least = new Float64Array(2 * size).fill(Infinity);
    this.#greatest = new Float64Array(2 * size).fill(-Infinity);
    this.#items.forEach(({ value }, at) => {
      this.#least[size + at] = value;
      this.#greatest[size + at] = value;
    });
    for (let at = size - 1; at > 0; at--) {
      this.#least[at] = Math.min(this.#least[2 * at] ?? Infinity, this.#least[2 * at + 1] ?? Infinity);
      this.#greatest[at] = Math.max(this.#greatest[2 * at] ?? -Infinity, this.#greatest[2 * at + 1] ?? -Infinity);
    }
  }

  /** The extremes of the items with a key from one position to another, exclusive; `undefined` when there are none. */
  search(key: number, from: number, to: number): Extremes | undefined {
    let low = this.#lowerBound(key, from) + this.#items.length;
    let high = this.#lowerBound(key, to) + this.#items.length;
    if (low >= high) return undefined;
    let least = Infinity;
    let greatest = -Infinity;
    const take = (at: number): void => {
      least = Math.min(least, this.#least[at] ?? Infinity);
      greatest = Math.max(greatest, this.#greatest[at] ?? -Infinity);
    };
    for (; low < high; low >>= 1, high >>= 1) {
      if (low % 2 === 1) take(low++);
      if (high % 2 === 1) take(--high);
    }
    return { least, greatest };
  }

  #lowerBound(key: number, at: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.#items[middle];
      if (item !== undefined && (item.key < key || (item.key === key && item.at < at))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
