// Alignments as files: one that is shown goes where downloads go; one that the reader chooses comes in beside the others.
import type { Alignment, AlignmentId } from '../../electron/alignment/alignment.ts';
import type { ExportFormat } from '../../electron/alignment/api.ts';
import { checkImportSize } from '../../electron/alignment/import-limit.ts';
import { editsOfPlan } from '../../electron/alignment/plan.ts';
import { fail, type Result, succeed } from '../../electron/contract/result.ts';
import { textEncoding } from '../../electron/language/text-encoding.ts';
import { applyEdits, type CommandContext, notify } from '../app/command.ts';
import { showAlignment } from './alignment-actions.ts';

/** What the file dialog offers. */
export const importTypes = '.json,.tmx,application/json';

/** Hands an alignment to the browser as a file to be saved. */
export async function exportAlignment(
  { client, store }: CommandContext,
  alignmentId: AlignmentId,
  format: ExportFormat,
): Promise<void> {
  const answer = await client.call('alignment.export', { alignmentId, format });
  store.setState({ failure: answer.ok ? null : answer.error });
  if (answer.ok) {
    const { fileName, mediaType, text } = answer.value;
    const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // The download has its own hold on the data once it has begun.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

/** Makes a new alignment of the two texts out of a file, and shows it; one step to undo. */
export async function importAlignment(
  context: CommandContext,
  { documentIds }: Pick<Alignment, 'documentIds'>,
  file: File,
): Promise<void> {
  const { client, store, t } = context;
  const text = await readText(file);
  if (!text.ok) {
    store.setState({ failure: text.error });
    return;
  }
  const answer = await client.call('alignment.proposeImport', {
    documentIds: [...documentIds],
    text: text.value,
    name: file.name
      .normalize('NFC')
      .replace(/\.[^.]*$/u, '')
      .slice(0, 200),
  });
  if (!answer.ok) {
    store.setState({ failure: answer.error });
    return;
  }
  const { alignment, added, omitted } = answer.value;
  if (
    alignment !== null &&
    (await applyEdits(context, 'import-alignment', editsOfPlan(answer.value)))
  ) {
    await showAlignment(context, alignment);
    notify(
      context,
      [
        t('alignments.imported', { count: added.length }),
        ...(omitted.length > 0 ? [t('proposal.omitted', { count: omitted.length })] : []),
      ].join(' · '),
    );
  }
}

async function readText(file: File): Promise<Result<string>> {
  const size = checkImportSize(file.name, file.size);
  if (!size.ok) {
    return size;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return succeed(new TextDecoder(textEncoding(bytes), { fatal: true }).decode(bytes));
  } catch {
    return fail('text-file-not-utf8', { file: file.name });
  }
}
