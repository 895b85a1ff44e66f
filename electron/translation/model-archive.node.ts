// Takes the files of a model out of a .zip, .tar or .tar.gz. Entries are looked up by name and written under names of
// our own: no path of the archive's is ever used on disk, links are passed over, and real bytes are counted.
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip } from 'node:zlib';
import { extract as tarExtract } from 'tar-stream';
import { openPromise, type ZipFile } from 'yauzl';
import { fail, type Result, succeed } from '../contract/result.ts';
import { isOfFolder } from '../storage/errors.node.ts';
import { chooseModelFiles, isTextFile, textFileLimit } from './model-files.ts';

export interface ArchiveLimits {
  /** Unpacked bytes, of all that is read. */
  readonly totalBytes: number;
  readonly entries: number;
}

export const archiveLimits: ArchiveLimits = { totalBytes: 2 * 2 ** 30, entries: 5_000 };

class TooLarge extends Error {}
class TooMany extends Error {}
/** A text file of a model, its name in the message, larger than any is. */
class TextTooLarge extends Error {}
class Unreadable extends Error {}

/** Called for each regular file; it must read the content to its end, or leave it alone. */
type Visit = (name: string, content: () => Promise<Readable>) => Promise<void>;

interface Archive {
  readonly path: string;
  /** Where it is unpacked to. */
  readonly folder: string;
  readonly limits: ArchiveLimits;
  /** Unpacked bytes so far. */
  unpacked: number;
  entries: number;
}

/**
 * Unpacks a model into an empty folder that has an `onnx` folder. `model` is what failures call it. On failure the
 * folder may hold some of the files; the caller removes it.
 */
export async function unpackModel(
  path: string,
  folder: string,
  model: string,
  limits: ArchiveLimits = archiveLimits,
): Promise<Result<null>> {
  try {
    const walk = await walkerOf(path);
    const names: string[] = [];
    await walk({ path, folder, limits, unpacked: 0, entries: 0 }, async (name) => {
      names.push(name);
    });
    const root = rootOf(names);
    const inside = names.flatMap((name) => (name.startsWith(root) ? name.slice(root.length) : []));
    const choice = chooseModelFiles(inside);
    if (!choice.complete) {
      return fail('model-file-missing', { model, file: choice.missing });
    }
    const wanted = new Map(
      [...choice.chosen.files, ...choice.chosen.papers].map((name) => [root + name, name]),
    );
    await walk({ path, folder, limits, unpacked: 0, entries: 0 }, async (name, content) => {
      const file = wanted.get(name);
      if (file !== undefined) {
        wanted.delete(name); // the first of several entries of one name
        await writeEntry(await content(), folder, file);
      }
    });
    return succeed(null);
  } catch (error) {
    if (error instanceof TooLarge) {
      const limitMegabytes = Math.ceil(limits.totalBytes / 2 ** 20);
      return fail('model-archive-too-large', { path, limitMegabytes });
    }
    if (error instanceof TooMany) {
      return fail('model-archive-too-many', { path, limit: limits.entries });
    }
    if (error instanceof TextTooLarge) {
      return fail('model-file-unreadable', { model, file: error.message });
    }
    if (error instanceof Unreadable || (error instanceof Error && !isOfFolder(error, folder))) {
      return fail('model-archive-unreadable', { path });
    }
    throw error;
  }
}

/** The folder in the archive that is the model: the archive itself, or one folder round it. */
function rootOf(names: readonly string[]): string {
  const configs = names.filter((name) => /^(?:[^/]+\/)?config\.json$/.test(name));
  const [first] = configs.sort((a, b) => a.length - b.length);
  return first === undefined ? '' : first.slice(0, -'config.json'.length);
}

async function writeEntry(content: Readable, folder: string, file: string): Promise<void> {
  const limit = isTextFile(file) ? textFileLimit : Number.POSITIVE_INFINITY;
  let size = 0;
  const capped = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      done(size > limit ? new TextTooLarge(file) : null, chunk);
    },
  });
  const written = createWriteStream(join(folder, file), { flags: 'wx', flush: true });
  await pipeline(content, capped, written);
}

/** Counts what is unpacked and stops at the limit, whatever sizes the archive states. */
function counter(archive: Archive): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      archive.unpacked += chunk.length;
      done(archive.unpacked > archive.limits.totalBytes ? new TooLarge() : null, chunk);
    },
  });
}

/** yauzl does not look at an entry's checksum. */
function checksum(stated: number): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === stated ? null : new Unreadable('checksum'));
    },
  });
}

function countEntry(archive: Archive): void {
  archive.entries += 1;
  if (archive.entries > archive.limits.entries) {
    throw new TooMany();
  }
}

/** An entry's name with `/` and without a leading `./`. A name that leads elsewhere makes the archive unreadable. */
function plainName(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (plain.startsWith('/') || /^[a-z]:/i.test(plain) || plain.split('/').includes('..')) {
    throw new Unreadable(name);
  }
  return plain;
}

async function walkerOf(path: string): Promise<(archive: Archive, visit: Visit) => Promise<void>> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer[0] === 0x50 && buffer[1] === 0x4b) {
      return walkZip;
    }
    const gzipped = buffer[0] === 0x1f && buffer[1] === 0x8b;
    return (archive, visit) => walkTar(archive, visit, gzipped);
  } finally {
    await file.close();
  }
}

async function walkZip(archive: Archive, visit: Visit): Promise<void> {
  const zip = await openPromise(archive.path, { lazyEntries: true, validateEntrySizes: true });
  try {
    await walkZipEntries(zip, archive, visit);
  } finally {
    zip.close();
  }
}

async function walkZipEntries(zip: ZipFile, archive: Archive, visit: Visit): Promise<void> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next();
    if (next.done === true) {
      return;
    }
    const entry = next.value;
    countEntry(archive);
    const name = plainName(entry.fileName);
    const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
    if (!name.endsWith('/') && !isLink) {
      await visit(name, async () => {
        if (archive.unpacked + entry.uncompressedSize > archive.limits.totalBytes) {
          throw new TooLarge();
        }
        const content = await zip.openReadStreamPromise(entry);
        return chain(chain(content, counter(archive)), checksum(entry.crc32));
      });
    }
  }
}

async function walkTar(archive: Archive, visit: Visit, gzipped: boolean): Promise<void> {
  const extraction = tarExtract();
  const unpacking = pipeline([
    createReadStream(archive.path),
    ...(gzipped ? [createGunzip()] : []),
    counter(archive),
    extraction,
  ]);
  // Awaited below; until then a failure must not pass for one that nobody heeds.
  unpacking.catch(() => undefined);
  try {
    for await (const entry of extraction) {
      countEntry(archive);
      const { name, type } = entry.header;
      const plain = plainName(name);
      if (type === 'file' || type === 'contiguous-file') {
        await visit(plain, async () => Readable.from(entry, { objectMode: false }));
      }
      entry.resume();
    }
  } catch (error) {
    // Reading ends with either error, whichever came first; the one that says why is told.
    const cause = await unpacking.then(
      () => error,
      (fault: unknown) => fault,
    );
    const says =
      [TooLarge, TooMany, TextTooLarge, Unreadable].some((kind) => error instanceof kind) ||
      isOfFolder(error, archive.folder);
    throw says ? error : cause;
  }
  await unpacking;
  if (archive.entries === 0) {
    throw new Unreadable('no entries');
  }
}

/** A stream whose reader hears of the source's failure too, and whose source is let go when the reader is. */
function chain(source: Readable, through: Transform): Transform {
  source.on('error', (error) => through.destroy(error));
  through.on('close', () => source.destroy());
  return source.pipe(through);
}
