/** Bytes of one part, as the contract says; here again because importing it would bring the whole schema library. */
export const PART_BYTES = 8 * 1_048_576
