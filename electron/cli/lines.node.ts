// Lines of a stream of bytes, in blocks, as soon as they are there.

/** At most this many lines at once: enough to fill a translator's batches, few enough to answer soon. */
export const blockLines = 64;

/**
 * The lines of UTF-8 text in blocks of at most `blockLines`: whatever is complete when a piece arrives is given out. `\n`
 * and `\r\n` end a line; text after the last of them is a line too. A byte order mark is dropped, bytes that are not
 * UTF-8 become U+FFFD.
 */
export async function* lineBlocks(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly string[], void, undefined> {
  const decoder = new TextDecoder('utf-8');
  let rest: string[] = [];
  const take = (text: string): readonly string[] => {
    const [first = '', ...others] = text.split('\n');
    rest.push(first);
    const lines: string[] = [];
    for (const line of others) {
      lines.push(rest.join(''));
      rest = [line];
    }
    return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  };
  for await (const piece of pieces) {
    yield* blocksOf(take(decoder.decode(piece, { stream: true })));
  }
  yield* blocksOf(take(decoder.decode()));
  const last = rest.join('');
  if (last !== '') {
    yield [last.endsWith('\r') ? last.slice(0, -1) : last];
  }
}

function* blocksOf(lines: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < lines.length; start += blockLines) {
    yield lines.slice(start, start + blockLines);
  }
}
