import { partitionPoint } from "../collections/sorted-search.js";

/** One item: found by key and position, told by its value. */
export interface KeyedValue {
  readonly key: number;
  readonly at: number;
  readonly value: number;
}

/** The least and the greatest value of what a search found. */
export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/**
 * A min-max segment tree: the extremes of the values in an interval of positions, of the items with one key, in logarithmic
 * time.
 */
export class SegmentTree {
  readonly #items: readonly KeyedValue[];
  readonly #min: Float64Array;
  readonly #max: Float64Array;

  constructor(items: readonly KeyedValue[]) {
    this.#items = items.toSorted((a, b) => a.key - b.key || a.at - b.at);
    const size = items.length;
    this.#min = new Float64Array(2 * size).fill(Infinity);
    this.#max = new Float64Array(2 * size).fill(-Infinity);
    this.#items.forEach(({ value }, at) => {
      this.#min[size + at] = value;
      this.#max[size + at] = value;
    });
    for (let at = size - 1; at > 0; at--) {
      this.#min[at] = Math.min(this.#min[2 * at] ?? Infinity, this.#min[2 * at + 1] ?? Infinity);
      this.#max[at] = Math.max(this.#max[2 * at] ?? -Infinity, this.#max[2 * at + 1] ?? -Infinity);
    }
  }

  /** The extremes of the items with a key from one position to another, exclusive; `undefined` when there are none. */
  query(key: number, from: number, to: number): Extremes | undefined {
    let low = this.#lowerBound(key, from) + this.#items.length;
    let high = this.#lowerBound(key, to) + this.#items.length;
    if (low >= high) return undefined;
    let min = Infinity;
    let max = -Infinity;
    const take = (at: number): void => {
      min = Math.min(min, this.#min[at] ?? Infinity);
      max = Math.max(max, this.#max[at] ?? -Infinity);
    };
    for (; low < high; low >>= 1, high >>= 1) {
      if (low % 2 === 1) take(low++);
      if (high % 2 === 1) take(--high);
    }
    return { min, max };
  }

  #lowerBound(key: number, at: number): number {
    return partitionPoint(this.#items.length, (index) => {
      const item = this.#items[index];
      return item !== undefined && (item.key < key || (item.key === key && item.at < at));
    });
  }
}
