// Standard output for answers: waits for a slow reader, and falls silent when the reader has gone (EPIPE).

export interface Output {
  write(text: string): Promise<void>;
  /** False once the other end is closed: there is nobody to work for. */
  readonly isOpen: () => boolean;
}

/** Writes to a stream, one piece after the other has gone out; an error other than a closed end is thrown. */
export function createOutput(stream: NodeJS.WritableStream): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
      throw error;
    }
    open = false;
  });
  return {
    isOpen: () => open,
    write: (text) =>
      new Promise((resolve) => {
        if (open) {
          stream.write(text, () => resolve());
        } else {
          resolve();
        }
      }),
  };
}

/** Rows as columns of equal width, two spaces between them; width in characters as written, marks not counted. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
    }
  }
  const lines = rows.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function widthOf(text: string): number {
  return [...characters.segment(text)].length;
}
