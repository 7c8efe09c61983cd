/** The same values without their types: what a test does with these is misuse on purpose, which the checker can't follow. */
export const hidden = (...values: unknown[]): unknown[] => values;
