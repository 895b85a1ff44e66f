// Which encoding a text file is in, by the mark that it begins with.

/** UTF-16 where the file's byte order mark says so, as TMX allows; UTF-8 otherwise. For a `TextDecoder`. */
export function textEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
