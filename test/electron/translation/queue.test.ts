// The order of work: need first, turns for all, each sentence once, none lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueue, fatalCrashes, type Sentence } from '../../../electron/translation/queue.ts';

const sentences = (...keys: readonly string[]): readonly Sentence[] =>
  keys.map((key) => ({ key, text: key }));
const numbered = (prefix: string, count: number): readonly Sentence[] =>
  sentences(
    ...Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`),
  );

function keysOf(queue: ReturnType<typeof createQueue>): readonly string[] {
  return queue.next()?.sentences.map(({ key }) => key) ?? [];
}

/** Takes and settles everything; the keys in the order in which they were done. */
function drain(queue: ReturnType<typeof createQueue>): readonly string[] {
  const done: string[] = [];
  for (let batch = queue.next(); batch !== null; batch = queue.next()) {
    for (const { key } of batch.sentences) {
      done.push(key);
      queue.settle(batch.lane, key);
    }
  }
  return done;
}

describe('the queue', () => {
  it('gives sentences in their order, a small batch first', () => {
    const queue = createQueue();
    queue.add({ jobId: 'j', lane: 'x' }, numbered('s', 12));
    const batch = queue.next();
    expect(batch?.sentences.map(({ key }) => key)).toEqual(['s000', 's001']);
    for (const { key } of batch?.sentences ?? []) {
      queue.settle('x', key);
    }
    expect(keysOf(queue)).toHaveLength(8);
    expect(queue.waitingCount('j')).toBe(10);
  });

  it('puts like lengths into a batch, and the first in any case', () => {
    const queue = createQueue();
    const lengths = [50, 3, 52, 200, 47, 4, 49, 51, 48, 53, 46, 54, 5];
    queue.add(
      { jobId: 'j', lane: 'x' },
      lengths.map((length, index) => ({ key: `${index}`, text: 'x'.repeat(length) })),
    );
    const lengthsOf = (): readonly number[] => {
      const batch = queue.next();
      for (const { key } of batch?.sentences ?? []) {
        queue.settle('x', key);
      }
      return batch?.sentences.map(({ text }) => text.length) ?? [];
    };
    expect(lengthsOf()).toEqual([50, 49]);
    const [first, ...others] = lengthsOf();
    expect(first).toBe(3);
    expect(others.slice(0, 2)).toEqual([4, 5]);
  });

  it('does first what is in view, in its order, also when the view moves on', () => {
    const queue = createQueue();
    queue.add({ jobId: 'j', lane: 'x' }, numbered('s', 100));
    queue.prioritise('j', ['s050', 's051']);
    queue.prioritise('j', ['s070', 'unknown', 's050']);
    expect(drain(queue).slice(0, 3)).toEqual(['s070', 's050', 's051']);
  });

  it('does once what two jobs want, and tells both', () => {
    const queue = createQueue();
    queue.add({ jobId: 'a', lane: 'x' }, sentences('1', '2'));
    queue.add({ jobId: 'b', lane: 'x' }, sentences('2', '1'));
    queue.add({ jobId: 'c', lane: 'y' }, sentences('1'));
    expect(queue.settle('x', '1')).toEqual(['a', 'b']);
    expect(queue.settle('x', '1')).toEqual([]);
    expect(queue.waitingCount('a')).toBe(1);
    expect(queue.waitingCount('c')).toBe(1);
  });

  it('forgets a job, and knows whether a batch is still wanted', () => {
    const queue = createQueue();
    queue.add({ jobId: 'a', lane: 'x' }, sentences('1', '2'));
    queue.add({ jobId: 'b', lane: 'x' }, sentences('2'));
    const batch = queue.next();
    if (batch === null) {
      throw new Error('nothing waits');
    }
    queue.remove('a');
    expect(queue.isWanted(batch)).toBe(true);
    queue.remove('b');
    expect(queue.isWanted(batch)).toBe(false);
    expect(queue.next()).toBeNull();
  });

  it('stays with a model for a while, but not for ever', () => {
    const queue = createQueue();
    queue.add({ jobId: 'a', lane: 'x' }, numbered('a', 200));
    queue.add({ jobId: 'b', lane: 'y' }, numbered('b', 200));
    const lanes: string[] = [];
    for (let batch = queue.next(); batch !== null; batch = queue.next()) {
      lanes.push(batch.lane);
      for (const { key } of batch.sentences) {
        queue.settle(batch.lane, key);
      }
    }
    const changes = lanes.filter((lane, index) => index > 0 && lane !== lanes[index - 1]).length;
    expect(changes).toBeGreaterThanOrEqual(4);
    expect(changes).toBeLessThanOrEqual(lanes.length / 4);
  });

  it('lets jobs of one model take turns', () => {
    const queue = createQueue();
    queue.add({ jobId: 'a', lane: 'x' }, numbered('a', 100));
    queue.add({ jobId: 'b', lane: 'x' }, numbered('b', 100));
    const done = drain(queue);
    const early = done.slice(0, 40).filter((key) => key.startsWith('b')).length;
    expect(early).toBeGreaterThan(10);
    expect(early).toBeLessThan(30);
  });

  it('tries alone what was there when the translator died, and gives it up in the end', () => {
    const queue = createQueue();
    queue.add({ jobId: 'j', lane: 'x' }, sentences('1', '2', '3'));
    const batch = queue.next();
    if (batch === null) {
      throw new Error('nothing waits');
    }
    expect(queue.crash(batch, ['1', '2'])).toEqual([]);
    for (let count = 2; count <= fatalCrashes; count += 1) {
      const alone = queue.next();
      expect(alone?.sentences).toEqual(sentences('1'));
      const fatal = alone === null ? [] : queue.crash(alone, ['1']);
      expect(fatal).toEqual(count === fatalCrashes ? ['1'] : []);
    }
    queue.settle('x', '1');
    expect(drain(queue)).toEqual(['2', '3']);
  });

  it('does everything that any job wants exactly once, whatever happens', () => {
    const key = fc.integer({ min: 0, max: 20 }).map(String);
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        job: fc.constantFrom('a', 'b', 'c'),
        keys: fc.array(key, { maxLength: 12 }),
      }),
      fc.record({
        kind: fc.constant('prioritise' as const),
        job: fc.constantFrom('a', 'b', 'c'),
        keys: fc.array(key, { maxLength: 6 }),
      }),
      fc.record({ kind: fc.constant('work' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const queue = createQueue();
        const wanted = new Map<string, Set<string>>();
        const lanes: Record<string, string> = { a: 'x', b: 'x', c: 'y' };
        const settleAll = (batch: ReturnType<typeof queue.next>): void => {
          for (const { key: one } of batch?.sentences ?? []) {
            const told = queue.settle(batch?.lane ?? '', one);
            expect(told.length).toBeGreaterThan(0);
            expect(new Set(told).size).toBe(told.length);
            for (const jobId of told) {
              expect(wanted.get(jobId)?.delete(one)).toBe(true);
            }
          }
        };
        for (const action of steps) {
          if (action.kind === 'add') {
            queue.add(
              { jobId: action.job, lane: lanes[action.job] ?? '' },
              sentences(...action.keys),
            );
            const set = wanted.get(action.job) ?? new Set();
            wanted.set(action.job, set);
            for (const one of action.keys) {
              set.add(one);
            }
          } else if (action.kind === 'prioritise') {
            queue.prioritise(action.job, action.keys);
          } else {
            settleAll(queue.next());
          }
          for (const [jobId, set] of wanted) {
            expect(queue.waitingCount(jobId)).toBe(set.size);
          }
        }
        for (let batch = queue.next(); batch !== null; batch = queue.next()) {
          settleAll(batch);
        }
        expect([...wanted.values()].every((set) => set.size === 0)).toBe(true);
      }),
    );
  });
});
