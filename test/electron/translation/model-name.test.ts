import { expect, test } from 'vitest';
import { modelNameOf } from '../../../electron/translation/model-name.ts';

test.each([
  ['Song Hành vi-en', '# Another', 'Song Hành vi-en'],
  [undefined, '# Song Hành vi-en\n\nText.\n# Next', 'Song Hành vi-en'],
  [undefined, 'Text.\r\n\r\n# A model #\r\n', 'A model'],
  [undefined, '---\nlicense: mit\n# a comment\n---\n# `opus` **vi-en**\n', 'opus vi-en'],
  ['  \n', '# From the card', 'From the card'],
  [17, '', null],
  [undefined, 'Text.\n## Not the title\n#no heading', null],
  ['two\nlines\u0007 and\u202E more', '', 'two lines and more'],
  ['🙂'.repeat(100), '', '🙂'.repeat(80)],
])('config %j and card %j give %j', (stated, card, name) => {
  expect(modelNameOf([stated], card)).toBe(name);
});
