const BITS = 32;
const SHIFT = 5;
const MASK = BITS - 1;
const FULL = 0xffff_ffff;

/** The index of the lowest set bit of a word that is not zero. */
function lowestBit(word: number): number {
  return MASK - Math.clz32(word & -word);
}

/**
 * A set of small numbers that finds the lowest absent one in a few steps, however full it is.
 *
 * One bit a number, and above each 32 words one word whose bits say which of those are full, up to
 * a single word. The kernel keeps two such levels, `open_fds` and `full_fds_bits` (fs/file.c), and
 * scans the upper one; with more levels the search is bounded by their number: four for 1,048,576.
 *
 * @example
 * const taken = new DescriptorBitmap(64);
 * taken.set(0);
 * taken.next_zero(0); // 1
 */
export class DescriptorBitmap {
  /** How many numbers it has room for. */
  readonly size: number;
  /** `#levels[0]` has one bit a number; the last level is one word. */
  readonly #levels: readonly Uint32Array[];

  /** @param size a positive multiple of 32 */
  constructor(size: number) {
    this.size = size;
    const levels: Uint32Array[] = [];
    let count = size;
    do {
      const words = new Uint32Array(Math.ceil(count / BITS));
      // Bits past the end never stand for room, so that a search can stop at the top without asking.
      if (count % BITS !== 0) words[words.length - 1] = FULL << (count % BITS);
      levels.push(words);
      count = words.length;
    } while (count > 1);
    this.#levels = levels;
  }

  /** A larger copy. */
  grown(size: number): DescriptorBitmap {
    const copy = new DescriptorBitmap(size);
    for (let fd = this.next_set(0); fd < this.size; fd = this.next_set(fd + 1)) copy.set(fd);
    return copy;
  }

  has(fd: number): boolean {
    return fd < this.size && ((this.#word(0, fd >>> SHIFT) >>> (fd & MASK)) & 1) === 1;
  }

  set(fd: number): void {
    let index = fd;
    for (const words of this.#levels) {
      const at = index >>> SHIFT;
      const word = ((words[at] ?? 0) | (1 << (index & MASK))) >>> 0;
      words[at] = word;
      if (word !== FULL) return;
      index = at;
    }
  }

  clear(fd: number): void {
    let index = fd;
    for (const words of this.#levels) {
      const at = index >>> SHIFT;
      const word = words[at] ?? 0;
      words[at] = word & ~(1 << (index & MASK));
      // The level above knows only full words: one that was not full is unchanged there.
      if (word !== FULL) return;
      index = at;
    }
  }

  /** The lowest absent number from `start` up; `size` when there is none. */
  next_zero(start: number): number {
    let index = start;
    for (let level = 0; level < this.#levels.length; level++) {
      const at = index >>> SHIFT;
      const free = ~this.#word(level, at) & (FULL << (index & MASK));
      if (free !== 0) return this.#descend(level, at * BITS + lowestBit(free));
      index = at + 1;
    }
    return this.size;
  }

  /** The lowest present number from `start` up; `size` when there is none. */
  next_set(start: number): number {
    for (let at = start >>> SHIFT, mask = FULL << (start & MASK); at * BITS < this.size; at++, mask = FULL) {
      const word = this.#word(0, at) & mask;
      if (word !== 0) return at * BITS + lowestBit(word);
    }
    return this.size;
  }

  #descend(level: number, index: number): number {
    let found = index;
    for (let below = level - 1; below >= 0; below--) found = found * BITS + lowestBit(~this.#word(below, found));
    return found;
  }

  /** Past the end there is no room: a word that does not exist is full. */
  #word(level: number, at: number): number {
    return this.#levels[level]?.[at] ?? FULL;
  }
}
