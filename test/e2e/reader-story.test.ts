// The whole story in the browser, through the loopback shell, in both interface languages.
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../electron/corpus/document.ts';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';
import { tellReaderStory } from './journeys/reader-story.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';

let running: LoopbackReader | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

describe.each(languages)('the story, interface in %s', (language) => {
  it('reads, translates, links, notes, closes, reopens and finds everything as it was', async () => {
    const modelFolder = makeTemporaryFolder();
    writeToyMarian(modelFolder);
    const first = await startLoopbackReader({ modelFolder });
    running = first;
    const last = await tellReaderStory(
      {
        page: first.page,
        restart: async () => {
          const next = await first.restart();
          expect(first.complaints).toEqual([]);
          running = next;
          return { page: next.page, restart: () => Promise.reject(new Error('restarts once')) };
        },
      },
      language,
    );
    expect(last.page).toBe(running.page);
    expect(running.complaints).toEqual([]);
  });
});
