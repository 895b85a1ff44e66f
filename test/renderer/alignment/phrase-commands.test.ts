// Words that wait for those of the other text are let go with the text that they stood in.
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../electron/corpus/document.ts';
import { heldIn } from '../../../renderer/alignment/phrase-commands.ts';
import type { ReaderData } from '../../../renderer/app/reader-data.ts';

const telegram = 'telegram-1948' as DocumentId;

function panes(id: string, text: string): ReaderData['panes'] {
  return [null, { document: { summary: { id }, text } }] as unknown as ReaderData['panes'];
}

describe('heldIn', () => {
  const held = { documentId: telegram, start: 0, end: 3, text: 'Thưa ngài' };

  it('gives the words back while their text stands there as it was', () => {
    expect(heldIn(panes(telegram, 'Thưa ngài'), held)).toBe(held);
    expect(heldIn(panes(telegram, 'Thưa ngài'), null)).toBeNull();
  });

  it('gives none where the text was changed, or another is shown', () => {
    expect(heldIn(panes(telegram, 'Kính thưa ngài'), held)).toBeNull();
    expect(heldIn(panes('another', 'Thưa ngài'), held)).toBeNull();
  });
});
