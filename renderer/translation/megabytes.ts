// Sizes in the reader's way of writing numbers.

/** Millions of bytes with at most one decimal: `107`, `0,4`. */
export function megabytesOf(bytes: number, language: string): string {
  const millions = bytes / 1_000_000;
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: millions < 10 ? 1 : 0,
  }).format(millions);
}
