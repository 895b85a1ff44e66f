// The translator's process has no network: a fetch is refused and told, whoever makes it.
import { AutoTokenizer, env } from '@xenova/transformers';
import { afterAll, describe, expect, it } from 'vitest';
import { refuseNetwork } from '../../../../electron/translation/engine/offline.node.ts';

const before = { fetch: globalThis.fetch, env: { ...env } };
afterAll(() => {
  globalThis.fetch = before.fetch;
  Object.assign(env, before.env);
});

describe('refuseNetwork', () => {
  it('refuses and tells of every attempt', async () => {
    const attempts: string[] = [];
    refuseNetwork((address) => attempts.push(address));
    await expect(fetch('http://127.0.0.1:9/a')).rejects.toThrow('network');
    await expect(fetch(new URL('http://127.0.0.1:9/b'))).rejects.toThrow('network');
    await expect(fetch(new Request('http://127.0.0.1:9/c'))).rejects.toThrow('network');
    await expect(env.fetch('http://127.0.0.1:9/d')).rejects.toThrow('network');
    expect(attempts).toEqual(['a', 'b', 'c', 'd'].map((name) => `http://127.0.0.1:9/${name}`));
  });

  it('keeps transformers.js from fetching a model by its public name', async () => {
    const attempts: string[] = [];
    refuseNetwork((address) => attempts.push(address));
    await expect(AutoTokenizer.from_pretrained('somebody/some-model')).rejects.toThrow();
    expect(attempts).toEqual([]);
  });
});
