// The reader in English with its fonts loaded, so that nothing on the page moves any more.
import { type LoopbackReader, startLoopbackReader } from './loopback-reader.ts';
import { chooseLanguage, type ReaderPage, readerPage } from './reader-page.ts';

export async function startEnglishReader(): Promise<{
  readonly running: LoopbackReader;
  readonly reader: ReaderPage;
}> {
  const running = await startLoopbackReader();
  const reader = readerPage(running.page);
  await reader.ready();
  await chooseLanguage(running.page, 'en');
  await running.page.evaluate(() => document.fonts.ready);
  return { running, reader };
}
