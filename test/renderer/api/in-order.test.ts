// Calls that change data go one after the other, whatever becomes of those before them.
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../renderer/api/client.ts';
import { inOrder, pageGoes, pageShows } from '../../../renderer/api/in-order.ts';

const client = (): Client => ({
  call: () => Promise.reject(new Error('not called here')),
  on: () => () => undefined,
});

describe('inOrder', () => {
  it('sends at once where nothing is under way, and then one after the other', async () => {
    const one = client();
    const log: string[] = [];
    const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const sent = gates.map(({ promise }, at) =>
      inOrder(one, async () => {
        log.push(`begins ${at}`);
        await promise;
        log.push(`ends ${at}`);
        return at;
      }),
    );
    expect(log).toEqual(['begins 0']);
    for (const { resolve } of gates.toReversed()) {
      resolve();
    }
    expect(await Promise.all(sent)).toEqual([0, 1, 2]);
    expect(log).toEqual(['begins 0', 'ends 0', 'begins 1', 'ends 1', 'begins 2', 'ends 2']);
  });

  it('goes on after a call that failed, and waits for no other client', async () => {
    const one = client();
    const failed = inOrder(one, () => Promise.reject(new Error('lost')));
    const next = inOrder(one, () => Promise.resolve('sent'));
    const begun: string[] = [];
    void inOrder(client(), async () => begun.push('other'));
    expect(begun).toEqual(['other']);
    await expect(failed).rejects.toThrow('lost');
    expect(await next).toBe('sent');
  });

  it('sends what waits, and what comes after it, when the page goes', async () => {
    const one = client();
    const begun: string[] = [];
    const unanswered = (name: string) => () => {
      begun.push(name);
      return new Promise<never>(() => undefined);
    };
    void inOrder(one, unanswered('first'));
    void inOrder(one, unanswered('waits'));
    expect(begun).toEqual(['first']);
    pageGoes();
    void inOrder(one, unanswered('last words'));
    await expect.poll(() => begun).toEqual(['first', 'waits', 'last words']);
    pageShows();
    void inOrder(one, unanswered('after it came back'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(begun).toHaveLength(3);
  });
});
