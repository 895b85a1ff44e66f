// One leader's name is not left standing for another's, and what may be right is left alone.
import { describe, expect, it } from 'vitest';
import { untangleNames } from '../../../../electron/translation/engine/confused-names.ts';

describe('untangleNames', () => {
  it.each([
    [
      'en',
      'Comrade Kim Jong Un gave a welcome.',
      'Đồng chí Kim Nhật Thành chào mừng.',
      'Đồng chí Kim Jong-un chào mừng.',
    ],
    [
      'en',
      'Kim Jong Un follows Kim Il Sung and Kim Jong Il.',
      'Kim Nhật Thành theo Kim Nhật Thành và Kim Jong Il.',
      'Kim Jong-un theo Kim Nhật Thành và Kim Jong Il.',
    ],
    [
      'vi',
      'Kim Nhật Thành đến Moscow.',
      'Kim Jong Il came to Moscow.',
      'Kim Il Sung came to Moscow.',
    ],
    ['en', 'He lives in New York.', 'Ông sống ở New Zealand.', 'Ông sống ở New York.'],
  ] as const)('from %s: %j, said as %j', (from, source, said, right) => {
    expect(untangleNames(said, source, from, from === 'vi' ? 'en' : 'vi')).toBe(right);
  });

  it.each([
    ['another order', 'Kim Jong Il and Kim Il Sung', 'Kim Nhật Thành và Kim Jong-il'],
    ['a name more', 'Kim Jong Un spoke.', 'Kim Nhật Thành, Kim Jong-il nói.'],
    ['a name that is said otherwise', 'Kim Jong Un spoke.', 'Ông nói.'],
    ['a name that the source abbreviates', 'The UN and the United States', 'Liên Hợp Quốc và Mỹ'],
    ['names that begin with another word', 'Kim Jong Un spoke.', 'Hồ Chí Minh nói.'],
    ['no name at all', 'He spoke.', 'Kim Nhật Thành nói.'],
  ])('leaves %s', (_, source, said) => {
    expect(untangleNames(said, source, 'en', 'vi')).toBe(said);
  });
});
