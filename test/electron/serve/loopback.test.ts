import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressWithKey,
  createEventReader,
  keyOfHash,
  writeEvent,
} from '../../../electron/contract/loopback.ts';

test('the key of an address is read back', () => {
  const { hash } = new URL(addressWithKey('http://127.0.0.1:4000', 'aB-_9'));
  expect(keyOfHash(hash)).toBe('aB-_9');
});

test.each(['', '#', '#key=', '#key=a b', '#other=1', '#key=a&b=c', `#key=${'a'.repeat(201)}`])(
  '%j holds no key',
  (hash) => {
    expect(keyOfHash(hash)).toBeNull();
  },
);

test('events are read back however the stream is cut', () => {
  const anyCommand = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(
      fc.array(anyCommand),
      fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
      (commands, sizes) => {
        let text = ': welcome\n\n';
        for (const command of commands) {
          text += `${writeEvent('shell.command', { command })}: still here\n\n`;
        }
        const heard: unknown[] = [];
        const read = createEventReader((name, payload) => void heard.push([name, payload]));
        while (text !== '') {
          const size = sizes.next().value ?? 1;
          read(text.slice(0, size));
          text = text.slice(size);
        }
        expect(heard).toEqual(commands.map((command) => ['shell.command', { command }]));
      },
    ),
  );
});

test('a name that is not in the contract is passed over', () => {
  const heard: unknown[] = [];
  createEventReader((name) => void heard.push(name))('event: shell.other\ndata: {}\n\n');
  expect(heard).toEqual([]);
});
