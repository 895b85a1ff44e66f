// Downloading a public model, as a reader does it: what is asked and said before, the progress, stopping and going on, the
// choice between models afterwards. The model comes from a server of the test's own; translator and toy model are real.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FileServer,
  startFileServer,
  waitAfter,
} from '../electron/translation/catalogue/file-server.ts';
import {
  graph,
  toyEntry,
  writeCatalogue,
} from '../electron/translation/catalogue/toy-catalogue.ts';
import { makeTemporaryFolder } from '../helpers/temporary-folder.ts';
import { resourcesWithoutModels } from '../helpers/test-workspace.ts';
import { writeToyMarian } from '../helpers/toy-marian.ts';
import { chooseLanguage, readerPage, words } from './reader-page.ts';
import { startWorkspaceReader, type WorkspaceReader } from './workspace-reader.ts';

let files: FileServer;
let opened: WorkspaceReader;
let builtIn: string;
let page: Page;

const builtInAbout = {
  name: 'Toy, built in',
  licence: { name: 'CC BY-SA 4.0', url: null },
  scores: [{ set: 'toy-genre', from: 'vi', to: 'en', chrF: 61.25, BLEU: 30 }],
  limits: { en: ['Verse is beyond it.'], vi: ['Không dịch được thơ.'] },
};

beforeEach(async () => {
  const resources = resourcesWithoutModels();
  builtIn = join(resources, 'models', 'vi-en');
  mkdirSync(builtIn, { recursive: true });
  writeToyMarian(builtIn, { edition: 'built in' });
  writeFileSync(join(builtIn, 'about.json'), JSON.stringify(builtInAbout));
  const published = makeTemporaryFolder();
  writeToyMarian(published, { edition: 'public' });
  files = await startFileServer(published);
  writeCatalogue(
    join(resources, 'models', 'catalogue.json'),
    toyEntry(published, files.origin, { unhashed: [graph] }),
  );
  opened = await startWorkspaceReader(
    { resourcesFolder: resources, downloads: { loopbackHttp: true, reportEveryMs: 0 } },
    { size: { width: 1440, height: 1000 } },
  );
  page = opened.page;
  await readerPage(page).ready();
  await chooseLanguage(page, 'en');
});

afterEach(async () => {
  await opened.close();
  await files.close();
  expect(opened.complaints).toEqual([]);
});

const said = words.en;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const filled = (sentence: string, params: Readonly<Record<string, string>>) =>
  Object.entries(params).reduce(
    (text, [name, value]) => text.replace(`{{${name}}}`, value),
    sentence,
  );

async function openModels(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(said.commands.file['add-model']);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: said.models.title }).waitFor();
}

it('is offered where no model is installed at all', async () => {
  rmSync(builtIn, { recursive: true });
  await page.reload();
  await readerPage(page).ready();
  await openModels();
  const models = page.getByRole('dialog', { name: said.models.title });
  await expect.poll(() => models.innerText()).toContain(said.models.none);
  expect(await models.innerText()).toContain('Toy, public');
});

describe('a public model', () => {
  it('is downloaded after an explicit yes alone, goes on after a stop, and translates beside the others', async () => {
    const reader = readerPage(page);
    await reader.sentence('telegram-1948/6').click();
    await reader.press('t');
    await reader.machineText().first().waitFor();
    expect(await page.locator('.machine-origin').first().innerText()).toContain('Toy, built in');
    const builtInText = await reader.machineText().first().innerText();

    await openModels();
    const models = page.getByRole('dialog', { name: said.models.title });
    const shipped = models.locator('.model', { hasText: 'Toy, built in' });
    const facts = await shipped.innerText();
    for (const fact of [
      'toy-genre',
      '61.3',
      '30.0',
      'Verse is beyond it.',
      'CC BY-SA 4.0',
      '0.4 MB',
    ]) {
      expect(facts).toContain(fact);
    }

    // What is asked, and no.
    const offer = models.locator('.model', { hasText: 'Toy, public' });
    expect(await offer.innerText()).toContain('127.0.0.1');
    await button(said.catalogue.download).click();
    const question = page.getByRole('dialog', {
      name: filled(said.catalogue.ask, { model: 'Toy, public' }),
    });
    const asked = await question.innerText();
    for (const fact of [
      '127.0.0.1',
      'models.invalid',
      '0.4 MB',
      'CC0-1.0',
      'The tests',
      '4 of 5',
    ]) {
      expect(asked).toContain(fact);
    }
    expect(asked).toContain(filled(said.catalogue.tells, { host: '127.0.0.1' }));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    // The key that comes first is no yes.
    await page.keyboard.press('Enter');
    await expect.poll(() => question.count()).toBe(0);
    await button(said.catalogue.download).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => question.count()).toBe(0);
    expect(await models.isVisible()).toBe(true);
    expect(files.asked).toEqual([]);
    expect(await page.locator('.status-line').innerText()).toContain(said.status.offline);

    // Yes; its progress; stopped.
    const more = Promise.withResolvers<void>();
    files.next(graph, waitAfter(150_000, more.promise));
    await button(said.catalogue.download).click();
    await question
      .getByRole('button', { name: filled(said.catalogue.yes, { megabytes: '0.4' }) })
      .click();
    const progress = offer.locator('progress');
    await progress.waitFor();
    const value = () => progress.evaluate((bar: HTMLProgressElement) => bar.value / bar.max);
    await expect.poll(value).toBeGreaterThan(0.3);
    expect(await page.locator('.status-line').innerText()).toContain('Downloading Toy, public');
    await button(said.catalogue.stop).click();
    await button(filled(said.catalogue.continue, { host: '127.0.0.1' })).waitFor();
    more.resolve();
    expect(await offer.innerText()).toContain('Stopped at');
    expect(await page.locator('.status-line').innerText()).toContain(said.status.offline);
    const before = files.asked.length;

    // A page that is opened later knows of it and goes on.
    await page.reload();
    await reader.ready();
    await openModels();
    await button(filled(said.catalogue.continue, { host: '127.0.0.1' })).click();
    const installed = models.locator('ul[aria-label] > .model', { hasText: 'Toy, public' });
    await installed.waitFor({ timeout: 30_000 });
    expect(files.asked.slice(before).map(({ headers }) => headers.range)).toEqual([
      expect.stringMatching(/^bytes=\d+-$/),
    ]);
    await expect.poll(() => page.locator('.catalogue').count()).toBe(0);
    expect(await installed.innerText()).toContain('Downloaded from 127.0.0.1');

    // Its files, with what is known of each.
    await installed.getByText(said.models.files).click();
    await expect.poll(() => installed.locator('code').count()).toBe(6);
    const shown = await installed.locator('.model-files').innerText();
    expect(shown).toContain(said.models.verdicts['as-published']);
    expect(shown.match(new RegExp(said.models.verdicts['as-first-downloaded'], 'g'))).toHaveLength(
      1,
    );

    // What the reader added is taken before what is built in, and the reader switches; what the other has made stays.
    const inUse = (model: Locator) =>
      expect.poll(() => model.innerText()).toContain(said.models['in-use']);
    await inUse(installed);
    const useForEnglish = { name: /Vietnamese → English$/ };
    await shipped.getByRole('button', useForEnglish).click();
    await inUse(shipped);
    await installed.getByRole('button', useForEnglish).click();
    await inUse(installed);
    await button(said.dialogs.close).click();
    await reader.sentence('telegram-1948/6').click();
    expect(await page.locator('.machine-origin').first().innerText()).toContain('Toy, built in');
    await reader.press('t');
    await expect
      .poll(() => page.locator('.machine-origin').first().innerText())
      .toContain('Toy, public');
    expect(await reader.machineText().first().innerText()).toBe(builtInText);
    await page.getByRole('tab', { name: said.app['rail-tabs'].versions }).click();
    const versions = await page.locator('.version-origin').allInnerTexts();
    expect(versions.filter((origin) => /Toy, /.test(origin)).toSorted()).toEqual([
      'Machine · Toy, built in',
      'Machine · Toy, public',
    ]);
  });

  it('that did not come while the dialog was closed is told in the bottom line, one click from its reason', async () => {
    await files.leave();
    await openModels();
    await button(said.catalogue.download).click();
    await page
      .getByRole('dialog', { name: filled(said.catalogue.ask, { model: 'Toy, public' }) })
      .getByRole('button', { name: filled(said.catalogue.yes, { megabytes: '0.4' }) })
      .click();
    await page.locator('.catalogue progress').waitFor();
    await button(said.dialogs.close).click();
    const told = button(filled(said.catalogue.failed, { model: 'Toy, public' }));
    await told.waitFor();
    const reason = await page.locator('.status-line [role="alert"]').innerText();
    expect(reason).toContain('127.0.0.1');
    await told.click();
    const models = page.getByRole('dialog', { name: said.models.title });
    expect(await models.locator('.model-problem').innerText()).toBe(reason);
    expect(await told.count()).toBe(0);
    await files.comeBack();
  });
});
