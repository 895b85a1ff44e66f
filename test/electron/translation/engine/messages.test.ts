// The border between core and translator: a message comes through as it is, anything else not at all.
import { describe, expect, it } from 'vitest';
import {
  type FromTranslator,
  readFromTranslator,
  readToTranslator,
  type ToTranslator,
} from '../../../../electron/translation/engine/messages.ts';

const toTranslator: readonly ToTranslator[] = [
  {
    type: 'translate',
    requestId: 1,
    folder: '/m',
    version: 'a',
    channel: { folder: '/n', version: 'b' },
    from: 'vi',
    to: 'en',
    texts: ['a', ''],
  },
  { type: 'cancel', requestId: 1 },
  { type: 'unload', requestId: 2 },
];
const fromTranslator: readonly FromTranslator[] = [
  { type: 'translated', requestId: 1, results: [{ index: 0, text: 'a', split: false }] },
  { type: 'translated', requestId: 1, results: [{ index: 0, failure: 'why' }] },
  { type: 'finished', requestId: 1, outcome: 'cancelled' },
  { type: 'refused', requestId: 1, detail: 'why' },
  { type: 'working' },
  { type: 'network-refused', address: 'https://example.org' },
];

describe('messages', () => {
  it('are read as they were sent', () => {
    expect(toTranslator.map(readToTranslator)).toEqual(toTranslator);
    expect(fromTranslator.map(readFromTranslator)).toEqual(fromTranslator);
  });

  it('are nothing when a part is missing, strange or too much', () => {
    const known: readonly object[] = [...toTranslator, ...fromTranslator];
    for (const message of known) {
      const read = toTranslator.includes(message as ToTranslator)
        ? readToTranslator
        : readFromTranslator;
      for (const key of Object.keys(message)) {
        expect(read({ ...message, [key]: undefined })).toBeNull();
        expect(read({ ...message, [key]: Symbol('x') })).toBeNull();
      }
      expect(read({ ...message, more: 1 })).toBeNull();
    }
    for (const value of [null, undefined, 0, 'translate', [], {}]) {
      expect(readToTranslator(value)).toBeNull();
      expect(readFromTranslator(value)).toBeNull();
    }
  });
});
