import { distance } from "fastest-levenshtein";

/**
 * The known word that a misspelt one was most likely meant to be.
 *
 * @param word as written
 * @param known the words it could be
 * @returns `undefined` when none is near: more than a third of the letters differ
 *
 * @example
 * nearest("realease", ["acquire", "release"]); // "release"
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.floor(word.length / 3) + 1;
  for (const candidate of known) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away < least || (away === 0 && best !== candidate)) [best, least] = [candidate, away];
  }
  return best;
}
