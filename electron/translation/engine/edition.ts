// Counts the changes to the translator that alter what a model says for a text.

/**
 * Raised whenever a stored translation should no longer be taken for what the model would say now; also when a channel
 * that ships (channel.node.ts) is another, for a model's fingerprint knows only its own files.
 */
export const engineEdition = 7;
