import { expect, test } from 'vitest';
import { createKeys } from '../../../electron/serve/keys.node.ts';

test('a single key expires after a minute', () => {
  let now = 0;
  const keys = createKeys(() => now);
  const early = keys.singleKey();
  const late = keys.singleKey();
  now = 59_999;
  expect(keys.exchange(early)).not.toBeNull();
  now = 60_000;
  expect(keys.exchange(late)).toBeNull();
});

test('several single keys hold side by side', () => {
  const keys = createKeys();
  const singles = [keys.singleKey(), keys.singleKey(), keys.singleKey()];
  const sessions = singles.toReversed().map((single) => keys.exchange(single));
  expect(new Set(sessions).size).toBe(1);
  expect(keys.isSession(sessions[0] ?? '')).toBe(true);
});

test('a key is no session and a session no key', () => {
  const keys = createKeys();
  const session = keys.exchange(keys.key) ?? '';
  expect(keys.isSession(keys.key)).toBe(false);
  expect(keys.exchange(session)).toBeNull();
});
