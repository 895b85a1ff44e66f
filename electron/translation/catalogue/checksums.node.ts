// The files of an installed model with their SHA-256, held against what the catalogue or an earlier download says.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, type Result, succeed } from '../../contract/result.ts';
import { listModelFiles } from '../inspect-model.node.ts';
import { chooseModelFiles } from '../model-files.ts';
import type { InstalledModel } from '../models.node.ts';
import type { ChecksumVerdict, FileChecksum } from './api.ts';
import type { CatalogueModel } from './catalogue.ts';
import type { KnownFiles } from './known-files.node.ts';

/** `published` is the catalogue's entry of the same id, if there is one. Reads every byte. */
export async function checksumsOf(
  { folder, summary }: InstalledModel,
  published: CatalogueModel | undefined,
  known: KnownFiles,
): Promise<Result<readonly FileChecksum[]>> {
  const choice = chooseModelFiles((await listModelFiles(folder)).map(({ name }) => name));
  if (!choice.complete) {
    return fail('model-file-missing', { model: summary.id, file: choice.missing });
  }
  const checksums: FileChecksum[] = [];
  for (const name of choice.chosen.files) {
    const path = join(folder, name);
    const { size } = await stat(path);
    const sha256 = await sha256Of(path);
    const file = published?.files.find((one) => one.name === name);
    const verdict = verdictOn(sha256, {
      published: file?.sha256 ?? null,
      first: (file && known[file.url]?.sha256) ?? null,
      isDownload: summary.about?.download !== null && summary.about !== null,
    });
    checksums.push({ name, sizeBytes: size, sha256, verdict });
  }
  return succeed(checksums);
}

interface Expected {
  readonly published: string | null;
  /** That of the first download; counts where none is published. */
  readonly first: string | null;
  /** A model from elsewhere may well be another of the same name. */
  readonly isDownload: boolean;
}

function verdictOn(found: string, { published, first, isDownload }: Expected): ChecksumVerdict {
  const expected = published ?? first; // what is published counts alone
  if (found === expected) {
    return published === null ? 'as-first-downloaded' : 'as-published';
  }
  return isDownload && expected !== null ? 'differs' : 'unknown';
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
