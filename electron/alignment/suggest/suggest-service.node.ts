// Answers the call that asks for suggestions.
import { setImmediate } from 'node:timers/promises';
import type { FeatureHandlers } from '../../contract/contract.ts';
import { fail, succeed } from '../../contract/result.ts';
import type { DocumentId, DocumentText, Language } from '../../corpus/document.ts';
import type { Database } from '../../storage/database.node.ts';
import { findLinksOfDocument } from '../link-store.node.ts';
import { findPair, readPair } from '../pair.node.ts';
import { type ListTranslations, newestTranslations } from '../stored-translations.ts';
import { sourcesOf } from './sources.ts';
import type { Steps } from './steps.ts';
import { type KnownLink, lowestLeast, suggestInSteps, usualLeast } from './suggest.ts';

/** For so long the core may be kept from its other work. */
const longestStretchMs = 15;

/** The handler of `alignment.suggest`. Without `listTranslations` no translations are looked at. */
export function createSuggestHandlers(
  database: Database,
  listTranslations: ListTranslations | null,
): Pick<FeatureHandlers<'alignment'>, 'alignment.suggest'> {
  return {
    'alignment.suggest': async ({
      documentIds,
      top,
      more = false,
      least = lowestLeast,
      shown = [],
    }) => {
      const ids = findPair(database.read, documentIds);
      if (!ids.ok) {
        return ids;
      }
      const documents = readPair(database.read, ids.value);
      if (!documents.ok) {
        return documents;
      }
      const [vi, en] = documents.value;
      if (vi.language !== 'vi' || en.language !== 'en') {
        return fail('alignment-languages', {});
      }
      return succeed(
        await runPatiently(
          suggestInSteps(sourcesOf(vi), sourcesOf(en), {
            top,
            least: more ? least : usualLeast,
            known: [...knownLinks(database, vi.id, en.id), ...shown],
            translations: {
              ofVi: await translationsOf(listTranslations, vi, 'en'),
              ofEn: await translationsOf(listTranslations, en, 'vi'),
            },
          }),
        ),
      );
    },
  };
}

function knownLinks(database: Database, vi: DocumentId, en: DocumentId): readonly KnownLink[] {
  return findLinksOfDocument(database.read, vi).flatMap(({ sides: [first, second] }) =>
    second.documentId === en ? [{ vi: first.segmentIds, en: second.segmentIds }] : [],
  );
}

/** By sentence in reading order; null for one, and for all, that have none. */
async function translationsOf(
  listTranslations: ListTranslations | null,
  { id, paragraphs }: DocumentText & { readonly id: DocumentId },
  to: Language,
): Promise<readonly (string | null)[] | null> {
  const newest = await newestTranslations(listTranslations, id, to);
  return newest.size === 0
    ? null
    : paragraphs.flatMap(({ segments }) =>
        segments.map((segment) => newest.get(segment.id) ?? null),
      );
}

/** Does the work in short stretches, with the core's other work in between. */
async function runPatiently<Value>(steps: Steps<Value>): Promise<Value> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
    if (performance.now() - since > longestStretchMs) {
      await setImmediate();
      since = performance.now();
    }
  }
}
