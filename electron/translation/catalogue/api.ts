// Calls and events of the catalogue: what may be downloaded, the downloads, and the files of a model with their checksums.
import * as v from 'valibot';
import { call } from '../../contract/call.ts';
import type { Failure } from '../../contract/result.ts';
import { type ModelId, ModelIdSchema } from '../model.ts';
import type { CatalogueEntry } from './catalogue.ts';

export interface DownloadProgress {
  readonly modelId: ModelId;
  /**
   * `checking`: all files are there; the model is loaded and translates a test sentence. `stopped`: what has come is
   * kept. `failed`: likewise, unless `receivedBytes` is 0. After `installed` and `discarded` the download is no more.
   */
  readonly state: 'downloading' | 'checking' | 'stopped' | 'failed' | 'installed' | 'discarded';
  readonly receivedBytes: number;
  readonly totalBytes: number;
  /** Why it failed, or null. */
  readonly failure: Failure | null;
}

export interface DownloadEvents {
  readonly 'translation.download': DownloadProgress;
}

/**
 * How a file's SHA-256 stands to what is known: that of the catalogue; that of the first download, kept because the
 * catalogue has none; another; or nothing to compare with.
 */
export type ChecksumVerdict = 'as-published' | 'as-first-downloaded' | 'differs' | 'unknown';

export interface FileChecksum {
  readonly name: string;
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly verdict: ChecksumVerdict;
}

const model = v.strictObject({ modelId: ModelIdSchema });

export const catalogueCalls = {
  'translation.listCatalogue': call<readonly CatalogueEntry[]>()(v.strictObject({})),
  /** The downloads that run, were stopped, or failed; also those that an earlier run of the program left unfinished. */
  'translation.listDownloads': call<readonly DownloadProgress[]>()(v.strictObject({})),
  /**
   * Begins the download of a model of the catalogue, or goes on with it. The page has asked the reader, who has said
   * yes to what it is, where it comes from, how large it is and under which licence: `agreed` says so. This is the one
   * call after which the program uses a network.
   */
  'translation.startDownload': call<DownloadProgress>()(
    v.strictObject({ modelId: ModelIdSchema, agreed: v.literal(true) }),
  ),
  /** Stops a download, keeping what has come. Nothing to do where none runs. */
  'translation.stopDownload': call<null>()(model),
  /** Stops a download and deletes what has come. */
  'translation.discardDownload': call<null>()(model),
  /** The files of an installed model that decide what it says, read and hashed anew. */
  'translation.modelFiles': call<readonly FileChecksum[]>()(model),
} as const;
