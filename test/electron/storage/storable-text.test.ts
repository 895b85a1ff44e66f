// What passes the schema of stored text can be stored and read back: it is counted in the form in which it is kept.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { storableTextOf } from '../../../electron/storage/storable-text.ts';

describe('storableTextOf', () => {
  const schema = storableTextOf(3);

  it('gives NFC without lone surrogates', () => {
    expect(v.parse(schema, 'e\u0302\u0323')).toBe('ệ');
    expect(v.parse(schema, 'a\ud800')).toBe('a\ufffd');
  });

  it('counts what is kept: NFC shortens most text, and lengthens some', () => {
    expect(v.is(schema, 'e\u0302\u0323'.repeat(3))).toBe(true);
    expect(v.is(schema, 'ệ'.repeat(4))).toBe(false);
    expect(v.is(schema, '\u0958\u0958')).toBe(false); // two code units each in NFC
  });
});
