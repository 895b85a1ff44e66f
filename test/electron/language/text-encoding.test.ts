import { expect, test } from 'vitest';
import { textEncoding } from '../../../electron/language/text-encoding.ts';

const words = '<tmx>Hồ Chí Minh</tmx>';
const littleEndian = Buffer.from(`\uFEFF${words}`, 'utf16le');

test.each([
  ['UTF-8', Buffer.from(words)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`)],
  ['UTF-16, little end first', littleEndian],
  ['UTF-16, big end first', Buffer.from(littleEndian).swap16()],
])('%s is told by its first bytes and read', (_, bytes) => {
  expect(new TextDecoder(textEncoding(bytes), { fatal: true }).decode(bytes)).toBe(words);
});

test('an empty file is UTF-8', () => {
  expect(textEncoding(new Uint8Array())).toBe('utf-8');
});
