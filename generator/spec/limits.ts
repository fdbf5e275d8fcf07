/** What one file of YAML may have. More is no spec, and some of what reads it takes its time for each pair. */

/** Keys of a block. */
export const MOST_KEYS = 5000;

/** Items of a list; a row is one. */
export const MOST_ITEMS = 20_000;

/** Blocks and brackets within each other; a spec has eight or so. */
export const DEEPEST = 100;
