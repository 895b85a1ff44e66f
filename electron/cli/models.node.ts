// `models` and `download MODEL --yes`: which translation models there are, and having one of the catalogue downloaded.
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import type { DownloadProgress } from '../translation/catalogue/api.ts';
import type { CatalogueEntry } from '../translation/catalogue/catalogue.ts';
import type { Direction } from '../translation/model.ts';
import { columns } from './output.node.ts';
import type { Outcome, Verb, VerbContext } from './verb.node.ts';

export const models: Verb = {
  name: 'models',
  options: {},
  arguments: [],
  check: () => null,
  run: async (given, { workspace, output, phrases }) => {
    const installed = await workspace.handlers['translation.listModels']({});
    if (!installed.ok) {
      return installed;
    }
    const catalogue = await workspace.handlers['translation.listCatalogue']({});
    if (!catalogue.ok) {
      return catalogue;
    }
    const offered = catalogue.value.filter((entry) => !entry.installed);
    if (given.json) {
      const answer = { installed: installed.value, catalogue: offered };
      await output.write(`${JSON.stringify(answer, null, 2)}\n`);
      return succeed('complete');
    }
    await output.write(
      columns([
        ...installed.value.map(({ id, origin, directions, sizeBytes, name }) => [
          id,
          phrases(`models.origins.${origin}`),
          pairs(directions),
          megabytes(sizeBytes),
          name,
        ]),
        ...offered.map(({ id, directions, sizeBytes, name }) => [
          id,
          phrases('cli.modelOffered'),
          pairs(directions),
          megabytes(sizeBytes),
          name,
        ]),
      ]),
    );
    return succeed('complete');
  },
};

function pairs(directions: readonly Direction[]): string {
  return directions.map(({ from, to }) => `${from}-${to}`).join(' ') || '-';
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

export const download: Verb = {
  name: 'download',
  options: { yes: 'boolean' },
  arguments: ['MODEL'],
  check: () => null,
  run: async (given, context) => {
    const [named = ''] = given.arguments;
    const listed = await context.workspace.handlers['translation.listCatalogue']({});
    if (!listed.ok) {
      return listed;
    }
    const entry = listed.value.find(({ id }) => id === named);
    if (entry === undefined) {
      return fail('catalogue-model-unknown', { model: named });
    }
    if (given.options['yes'] === undefined) {
      ask(entry, context);
      return succeed('incomplete');
    }
    return fetchModel(entry, given.json, context);
  },
};

/** Says what would be fetched, from where and under which licence; fetches nothing. */
function ask(entry: CatalogueEntry, { tell, phrases }: VerbContext): void {
  const host = new URL(entry.files[0]?.url ?? entry.page).hostname;
  const { name, publisher, page } = entry;
  const count = entry.files.length;
  const size = (entry.sizeBytes / 1e6).toFixed(1);
  const licence = entry.licence.name;
  tell(
    [
      phrases('cli.downloadWhat', { name, size, count, host, licence, publisher, page }),
      phrases('catalogue.tells', { host }),
      phrases('cli.downloadAgree'),
    ].join('\n'),
  );
}

/** Downloads and waits for the end; Ctrl+C stops it and keeps what has come. */
async function fetchModel(
  { id, name }: CatalogueEntry,
  json: boolean,
  { workspace, phrases, output, tell, interrupted }: VerbContext,
): Promise<Result<Outcome>> {
  const ended = Promise.withResolvers<DownloadProgress>();
  let told = -1;
  const stopListening = workspace.onEvent((event, payload) => {
    if (event !== 'translation.download' || !('receivedBytes' in payload)) {
      return;
    }
    const tenths = Math.floor((10 * payload.receivedBytes) / payload.totalBytes);
    if (payload.modelId !== id) {
      return;
    }
    if (payload.state !== 'downloading' && payload.state !== 'checking') {
      ended.resolve(payload);
    } else if (tenths !== told) {
      told = tenths;
      tell(phrases('catalogue.status', { model: name, percent: 10 * tenths }));
    }
  });
  const stop = () => void workspace.handlers['translation.stopDownload']({ modelId: id });
  interrupted.addEventListener('abort', stop, { once: true });
  try {
    const begun = await workspace.handlers['translation.startDownload']({
      modelId: id,
      agreed: true,
    });
    if (!begun.ok) {
      return begun;
    }
    const { state, failure } = await ended.promise;
    switch (state) {
      case 'failed':
        return failure === null ? fail('internal', {}) : { ok: false, error: failure };
      case 'stopped':
      case 'discarded':
        return succeed('incomplete');
      case 'installed':
        await output.write(json ? `${JSON.stringify({ model: id })}\n` : `${id}\n`);
        return succeed('complete');
      case 'downloading':
      case 'checking':
        throw new Error('a download that goes on has not ended');
      default:
        return assertNever(state);
    }
  } finally {
    interrupted.removeEventListener('abort', stop);
    stopListening();
  }
}
