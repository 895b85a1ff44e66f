// The law of a download: whatever a server does to the transfer, what ends up whole is the file and nothing else.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadFile } from '../../../../electron/translation/catalogue/download-file.node.ts';
import { downloadDefaults } from '../../../../electron/translation/catalogue/download-options.node.ts';
import { makeTemporaryFolder } from '../../../helpers/temporary-folder.ts';
import {
  type Answer,
  cutAfter,
  type FileServer,
  heedless,
  inChunks,
  instead,
  properly,
  startFileServer,
  status,
  withoutRanges,
} from './file-server.ts';

let published: string;
let server: FileServer;

beforeAll(async () => {
  published = makeTemporaryFolder();
  server = await startFileServer(published);
});
afterAll(() => server.close());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Something that a server may do to one request; `bytes` says where it happens. */
const fault = fc.record({
  kind: fc.constantFrom('cut', 'overloaded', 'refused', 'whole', 'heedless', 'short', 'other'),
  bytes: fc.nat(4_000),
});

function answerOf({ kind, bytes }: { kind: string; bytes: number }, content: Buffer): Answer {
  const other = Buffer.from(content.map((byte) => byte ^ 0x55));
  switch (kind) {
    case 'cut':
      return cutAfter(bytes);
    case 'overloaded':
      return status(503);
    case 'refused':
      return status(416);
    case 'whole':
      return withoutRanges;
    case 'heedless':
      return heedless;
    case 'short':
      return inChunks(content.subarray(0, bytes));
    default:
      return instead(other, cutAfter(bytes));
  }
}

describe('a file', () => {
  it('is whole and right, or is not there, whatever happens on the way', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 3_000 }),
        fc.array(fault, { maxLength: 5 }),
        fc.option(fc.uint8Array({ minLength: 1, maxLength: 3_500 })),
        fc.boolean(),
        async (bytes, faults, leftOnDisk, hashKnown) => {
          run += 1;
          const content = Buffer.from(bytes);
          const name = `file-${run}`;
          const path = join(makeFolder(), name);
          writeFileSync(join(published, name), content);
          if (leftOnDisk !== null && hashKnown) {
            writeFileSync(path, leftOnDisk);
          }
          server.next(name, ...faults.map((one) => answerOf(one, content)));
          const order = {
            file: {
              name,
              url: `${server.origin}/files/${name}`,
              sizeBytes: content.length,
              sha256: hashKnown ? sha256(content) : null,
            },
            hosts: [],
            rememberedSha256: null,
            path,
            options: {
              ...downloadDefaults,
              loopbackHttp: true,
              retryDelaysMs: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            },
            signal: new AbortController().signal,
            onBytes: () => undefined,
            hasCome: () => true,
          };
          const outcome = await downloadFile(order);
          if (outcome.kind === 'whole') {
            const made = readFileSync(path);
            expect(outcome.sha256).toBe(sha256(made));
            expect(made.length).toBe(content.length);
            if (hashKnown || faults.every(({ kind }) => kind !== 'other')) {
              expect(made.equals(content)).toBe(true);
            }
          }
          // What a good server does in the end is enough, unless the file was refused outright.
          if (faults.every(({ kind }) => kind === 'cut' || kind === 'overloaded')) {
            expect(outcome.kind).toBe('whole');
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('comes from a server that is asked by whoever follows the rules alone', async () => {
    const path = join(makeFolder(), 'x');
    writeFileSync(join(published, 'x'), 'content');
    server.always('x', properly);
    const outcome = await downloadFile({
      file: { name: 'x', url: `${server.origin}/files/x`, sizeBytes: 7, sha256: null },
      hosts: ['127.0.0.1'],
      rememberedSha256: null,
      path,
      options: downloadDefaults,
      signal: new AbortController().signal,
      onBytes: () => undefined,
      hasCome: () => false,
    });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'download-insecure' } });
    expect(server.askedFor('x')).toEqual([]);
  });
});

function makeFolder(): string {
  const folder = join(makeTemporaryFolder(), 'partial');
  mkdirSync(folder);
  return folder;
}
