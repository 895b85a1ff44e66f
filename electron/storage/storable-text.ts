// Text as the workspace keeps it, so that what is read back is what was written.

/**
 * NFC, and without lone surrogates (U+FFFD stands in their place): SQLite stores UTF-8, which has none. Text
 * that is so already comes back unchanged.
 */
export function storableText(text: string): string {
  return text.toWellFormed().normalize('NFC');
}
