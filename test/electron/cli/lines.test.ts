import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockLines, lineBlocks } from '../../../electron/cli/lines.node.ts';

async function* pieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const size of [...sizes, bytes.length]) {
    yield bytes.subarray(start, start + size);
    start += size;
  }
}

async function blocksOf(text: string | Uint8Array, sizes: readonly number[] = []) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const blocks: (readonly string[])[] = [];
  for await (const block of lineBlocks(pieces(bytes, sizes))) {
    blocks.push(block);
  }
  return blocks;
}

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\nb', ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['\n\n', ['', '']],
  ['a\n\nb\n', ['a', '', 'b']],
  ['\r\n', ['']],
  ['a\r', ['a']],
  ['a\rb\n', ['a\rb']],
  ['\uFEFFTiếng\n', ['Tiếng']],
])('%j is the lines %j', async (text, lines) => {
  expect((await blocksOf(text)).flat()).toEqual(lines);
});

test('the lines are the same however the bytes arrive', async () => {
  const anyText = fc.string({
    unit: fc.constantFrom('a', 'ế', 'ư', '\n', '\r\n', '中', '🙂', ' '),
  });
  await fc.assert(
    fc.asyncProperty(anyText, fc.array(fc.integer({ min: 0, max: 7 })), async (text, sizes) => {
      const expected = text.split(/\r?\n/);
      if (expected.at(-1) === '') {
        expected.pop();
      }
      const blocks = await blocksOf(text, sizes);
      expect(blocks.flat()).toEqual(expected);
      expect(blocks.every(({ length }) => length <= blockLines)).toBe(true);
    }),
  );
});

test('complete lines are given out before the rest has come', async () => {
  const input = Promise.withResolvers<void>();
  async function* slowly(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('one\ntwo\nthr');
    await input.promise;
    yield new TextEncoder().encode('ee\n');
  }
  const blocks = lineBlocks(slowly());
  expect((await blocks.next()).value).toEqual(['one', 'two']);
  input.resolve();
  expect((await blocks.next()).value).toEqual(['three']);
});

test('bytes that are not UTF-8 spoil their own line alone', async () => {
  const bytes = new Uint8Array([0x61, 0xff, 0x0a, 0x62, 0x0a]);
  expect((await blocksOf(bytes)).flat()).toEqual(['a\uFFFD', 'b']);
});
