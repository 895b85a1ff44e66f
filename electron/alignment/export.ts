// Alignments as files.
import type { Alignment } from './alignment.ts';
import type { ExportedFile, ExportFormat } from './api.ts';
import { type KnownDocument, toPortable } from './portable.ts';
import { writeTmx } from './tmx.ts';

/** An alignment in one of the formats. */
export function exportAlignment(
  alignment: Alignment,
  documents: readonly [KnownDocument, KnownDocument],
  format: ExportFormat,
): ExportedFile {
  const name = alignment.documentIds.join('--');
  if (format === 'tmx') {
    return {
      fileName: `${name}.tmx`,
      mediaType: 'application/x-tmx+xml',
      text: writeTmx(alignment, documents),
    };
  }
  const portable = toPortable(alignment, alignment.links, alignment.phrases, documents);
  return {
    fileName: `${name}.alignment.json`,
    mediaType: 'application/json',
    text: `${JSON.stringify(portable, null, 2)}\n`,
  };
}
