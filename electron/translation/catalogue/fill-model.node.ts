// Puts the files of a finished download into the folder that is to become the model. They stay where they came to until
// it is one: whatever goes wrong in the check, they need not come again.
import { constants, copyFile, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, succeed } from '../../contract/result.ts';
import type { ModelAbout } from '../model-about.ts';
import type { CatalogueModel } from './catalogue.ts';
import type { DownloadOptions } from './download-options.node.ts';

/** Fills the target and says beside the files what they are. Errors of the file system are thrown. */
export async function fillModel(
  model: CatalogueModel,
  folder: string,
  target: string,
  { linkFile }: Pick<DownloadOptions, 'linkFile'>,
): Promise<Result<null>> {
  for (const { name } of model.files) {
    const path = join(folder, name);
    const placed = join(target, name);
    await linkFile(path, placed).catch(() => copyWhole(path, placed)); // which says what is wrong, if anything else is
  }
  const [first] = model.files;
  const about: ModelAbout = {
    name: model.name,
    licence: model.licence,
    scores: model.scores,
    limits: model.limits,
    channel: null,
    page: model.page,
    download: {
      host: first === undefined ? '' : new URL(first.url).hostname,
      revision: model.revision,
      at: new Date().toISOString(),
    },
  };
  await writeFile(join(target, 'about.json'), `${JSON.stringify(about, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  return succeed(null);
}

/** On disk when it resolves: a power cut after the installation leaves a whole model. */
async function copyWhole(path: string, copyPath: string): Promise<void> {
  await copyFile(path, copyPath, constants.COPYFILE_EXCL);
  const copy = await open(copyPath, 'r+');
  await copy.sync().finally(() => copy.close());
}
