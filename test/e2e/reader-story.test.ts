// The whole story in a real browser, in both interface languages: through the loopback shell, and through the
// built Electron shell (main, preload and page) on the double of Electron.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../electron/corpus/document.ts';
import { type ElectronDouble, startElectronDouble } from '../electron-double/start.ts';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';
import { type RunningReader, tellReaderStory } from './journeys/reader-story.ts';
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
});

describe.each(languages)('the story, interface in %s', (language) => {
  it('through the loopback shell', async () => {
    const modelFolder = makeTemporaryFolder();
    writeToyMarian(modelFolder);
    const complaints: (readonly string[])[] = [];
    const running = (reader: LoopbackReader): RunningReader => {
      close = reader.close;
      complaints.push(reader.complaints);
      return { page: reader.page, restart: async () => running(await reader.restart()) };
    };
    await tellReaderStory(running(await startLoopbackReader({ modelFolder })), language);
    expect(complaints).toEqual([[], []]);
  });

  it('through main, preload and page', async () => {
    const dataFolder = makeTemporaryFolder();
    const modelFolder = makeTemporaryFolder();
    writeToyMarian(modelFolder);
    cpSync(modelFolder, join(dataFolder, 'models', 'toy-vi-en'), { recursive: true });
    const running = (reader: ElectronDouble): RunningReader => {
      close = reader.close;
      return {
        page: reader.page,
        restart: async () => {
          await reader.close();
          return running(await startElectronDouble({ dataFolder }));
        },
      };
    };
    await tellReaderStory(running(await startElectronDouble({ dataFolder })), language);
  });
});
