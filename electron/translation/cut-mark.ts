// The sign of a translation that was cut.

/** Stands where something the model said was left out: it repeated itself or did not end. Kept with the translation. */
export const cutMark = '[…]';
