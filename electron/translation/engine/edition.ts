// Counts the changes to the translator that alter what a model says for a text.

/** Raised whenever a stored translation should no longer be taken for what the model would say now. */
export const engineEdition = 7;
