// The scores below which links are not proposed, measured on the pairs of test/fixtures/suggestions.

/** Suggestions that score less are for those who ask for more. Of those above, 64 of 78 were right, 74 right or weak. */
export const usualLeast = 0.6;
/**
 * Whoever asks for more gets nothing below: what is likelier wrong than right. Of those from here to the usual ones 8 of 10
 * were right or weak, of the 56 below, down to the lowest, 28, and 16 right.
 */
export const moreLeast = 0.5;
/** For rankings alone, where whoever reads them takes the first few: what scores even less is not worth a look. */
export const lowestLeast = 0.2;
