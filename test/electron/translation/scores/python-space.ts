// White space as sacrebleu knows it.

/** What Python's `str.split()` parts words at: JavaScript's `\s` has U+FEFF besides and lacks some control characters. */
export const pythonSpace =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
