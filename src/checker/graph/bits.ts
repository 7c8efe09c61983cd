/** Small integers only: an array of these is the lightest thing that an engine can copy a thousand times over. */
const WIDTH = 30;

/** A set of small numbers, as many as {@link emptyBits} was asked for. */
export type Bits = number[];

/** An empty set for numbers below `size`. */
export function emptyBits(size: number): Bits {
  return new Array<number>(Math.max(1, Math.ceil(size / WIDTH))).fill(0);
}

/** Adds one number. */
export function setBit(bits: Bits, index: number): void {
  const word = Math.floor(index / WIDTH);
  bits[word] = (bits[word] ?? 0) | (1 << (index % WIDTH));
}

/** Whether the set has the number. */
export function hasBit(bits: Bits, index: number): boolean {
  return ((bits[Math.floor(index / WIDTH)] ?? 0) & (1 << (index % WIDTH))) !== 0;
}

/** Adds all of `from`; whether that added any. */
export function addAll(into: Bits, from: Bits): boolean {
  let changed = false;
  for (let word = 0; word < into.length; word++) {
    const before = into[word] ?? 0;
    const after = before | (from[word] ?? 0);
    if (after !== before) {
      into[word] = after;
      changed = true;
    }
  }
  return changed;
}

/** Takes all of `from` away. */
export function removeAll(into: Bits, from: Bits): void {
  for (let word = 0; word < into.length; word++) into[word] = (into[word] ?? 0) & ~(from[word] ?? 0);
}

/** What both sets have. */
export function common(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & (b[at] ?? 0));
}

/** Whether the sets share a number. */
export function intersects(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true;
  return false;
}

/** Whether the set is empty. */
export function isEmpty(bits: Bits): boolean {
  for (const word of bits) if (word !== 0) return false;
  return true;
}

/** The numbers of the set, ascending. */
export function listBits(bits: Bits): number[] {
  const found: number[] = [];
  for (let index = 0; index < bits.length * WIDTH; index++) if (hasBit(bits, index)) found.push(index);
  return found;
}
