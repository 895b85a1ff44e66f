// How much room a translation will need before it is there.

/** The mean advance of a letter of the interface face, as a share of its size (measured over both languages). */
const meanAdvance = 0.53;
/** Translations between Vietnamese and English run longer than their source by this much at most, nine times in ten. */
const growth = 1.12;

/** Lines for the translation of `length` characters in a block of `widthPx` set at `fontSizePx`; at least one. */
export function reservedLines(length: number, widthPx: number, fontSizePx: number): number {
  const perLine = Math.max(1, widthPx / (fontSizePx * meanAdvance));
  return Math.max(1, Math.ceil((length * growth) / perLine));
}
