import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../../electron/translation/engine/loaded-model.node.ts';
import { refuseNetwork } from '../../../../electron/translation/engine/offline.node.ts';
import { toyWith } from './drive.ts';

refuseNetwork(() => undefined); // as the translator does

/** How the targets of a toy are searched whose generation_config.json says this. */
async function rulesOf(name: string, changes: Readonly<Record<string, unknown>>) {
  const folder = toyWith(name, {});
  const path = join(folder, 'generation_config.json');
  const stated: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...Object(stated), ...changes }));
  const { model, rules } = await loadModel(folder);
  await model.dispose();
  return rules;
}

describe('a loaded model', () => {
  it('is searched with as many beams as it states, four at the most', async () => {
    expect((await rulesOf('two', { num_beams: 2 })).beams).toBe(2);
    expect((await rulesOf('six', { num_beams: 6 })).beams).toBe(4);
    expect((await rulesOf('nonsense', { num_beams: '3' })).beams).toBe(1);
    expect((await rulesOf('below', { num_beams: -1 })).beams).toBe(1);
  });

  it('states how much longer targets count, and what is never said', async () => {
    const rules = await rulesOf('rules', { length_penalty: 1.4, bad_words_ids: [[7], [8, 9]] });
    expect(rules.lengthPenalty).toBe(1.4);
    expect(rules.unsayable).toContain(7);
    expect(rules.unsayable).not.toContain(8);
    expect(rules.unsayable.size).toBe(2);
    expect((await rulesOf('odd', { length_penalty: 'long' })).lengthPenalty).toBe(1);
  });
});
