// Archives for tests, good and evil: .zip written byte by byte (so that it can lie), .tar and .tar.gz by tar-stream.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

export interface ArchiveEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the zip's directory says of the unpacked size, where it lies. */
  readonly statedSize?: number;
  /** Makes the entry a symbolic link to this. */
  readonly linkTo?: string;
}

/** All files of a folder, under a prefix. */
export function entriesOf(folder: string, prefix = ''): readonly ArchiveEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = prefix + path.slice(folder.length + 1).replaceAll('\\', '/');
      return { name, content: readFileSync(path) };
    });
}

/** Writes a .zip; field layout as in PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16. */
export function writeZip(path: string, entries: readonly ArchiveEntry[]): void {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = entry.linkTo === undefined ? entry.content : Buffer.from(entry.linkTo);
    const name = Buffer.from(entry.name);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.statedSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.linkTo === undefined ? 0 : 0o120777 * 0x1_0000, 6);
    tail.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, 3]); // by Unix, so that file types count
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, tail, name]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  writeFileSync(path, Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06', 'latin1'), end]));
}

export async function writeTar(
  path: string,
  entries: readonly ArchiveEntry[],
  compression: 'plain' | 'gzip',
): Promise<void> {
  const archive = pack();
  for (const { name, content, linkTo } of entries) {
    if (linkTo === undefined) {
      archive.entry({ name }, Buffer.from(content));
    } else {
      archive.entry({ name, type: 'symlink', linkname: linkTo });
    }
  }
  archive.finalize();
  const bytes = await buffer(archive);
  writeFileSync(path, compression === 'gzip' ? gzipSync(bytes) : bytes);
}
