// How downloads behave; tests give shorter waits, a server of their own and a disk that is full.
import { type FileHandle, link, open, statfs } from 'node:fs/promises';

export interface DownloadOptions {
  /** Lets `http://127.0.0.1` be asked: for a test's own server, never for a reader. */
  readonly loopbackHttp: boolean;
  /** How long an answer may take to begin. */
  readonly answerTimeoutMs: number;
  /** How long a transfer may stand still. */
  readonly stallTimeoutMs: number;
  /** The waits before each further attempt; after the last the download fails. */
  readonly retryDelaysMs: readonly number[];
  /** The same where no connection comes about and nothing of the download has come yet: there is no network. */
  readonly awayDelaysMs: readonly number[];
  /** An attempt that brings this much does not count as a failed one. */
  readonly enoughBytes: number;
  /** The least time between two reports of progress. */
  readonly reportEveryMs: number;
  /** What a disk must have left over after a download. */
  readonly reserveBytes: number;
  /** The room on the disk that holds a folder, for this user. */
  readonly freeBytes: (folder: string) => Promise<number>;
  /** Opens a file to be read and written at any place, made where it is missing. */
  readonly openPartial: (path: string) => Promise<FileHandle>;
  /** Gives a file a second name; rejects where the disk has no such thing (exFAT, some network drives). */
  readonly linkFile: (path: string, secondPath: string) => Promise<void>;
}

export const downloadDefaults: DownloadOptions = {
  loopbackHttp: false,
  answerTimeoutMs: 30_000,
  stallTimeoutMs: 30_000,
  retryDelaysMs: [1_000, 4_000, 15_000, 30_000],
  awayDelaysMs: [2_000],
  enoughBytes: 2 ** 20,
  reportEveryMs: 250,
  reserveBytes: 64 * 2 ** 20,
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
  // 'a+' would ignore the place that is written to; 'w+' would empty the file; 'r+' would not make it.
  openPartial: async (path) => {
    await (await open(path, 'a', 0o600)).close();
    return open(path, 'r+');
  },
  linkFile: link,
};
