/** A set of small numbers, as many as the words given to {@link emptyBits} hold. */
export type Bits = Uint32Array;

/** An empty set for numbers below `size`. */
export function emptyBits(size: number): Bits {
  return new Uint32Array(Math.max(1, Math.ceil(size / 32)));
}

/** Adds one number. */
export function setBit(bits: Bits, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
}

/** Whether the set has the number. */
export function hasBit(bits: Bits, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

/** Adds all of `from`; whether that added any. */
export function addAll(into: Bits, from: Bits): boolean {
  let changed = false;
  for (let word = 0; word < into.length; word++) {
    const before = into[word] ?? 0;
    const after = (before | (from[word] ?? 0)) >>> 0;
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

/** Whether the sets share a number. */
export function intersects(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true;
  return false;
}

/** Whether the set is empty. */
export function isEmpty(bits: Bits): boolean {
  return bits.every((word) => word === 0);
}

/** The numbers of the set, ascending. */
export function listBits(bits: Bits): number[] {
  const found: number[] = [];
  for (let index = 0; index < bits.length * 32; index++) if (hasBit(bits, index)) found.push(index);
  return found;
}
