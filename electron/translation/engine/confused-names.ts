// Names that a model takes for one another, because they begin alike: "Kim Nhật Thành" where the source says Kim Jong Un.
import type { Language } from '../../corpus/document.ts';
import { type KnownName, knownNamesIn } from '../known-names.ts';
import { usualName } from './usual-name.ts';

/**
 * The NFC translation with the names right, as far as that is certain: where the source and it have as many names of the
 * table that begin with the same word, one of the source's is missing, and in its place stands one that is there too often.
 */
export function untangleNames(said: string, source: string, from: Language, to: Language): string {
  const wanted = knownNamesIn(source, from);
  const found = knownNamesIn(said, to);
  const surplus = ({ entry }: KnownName) => timesOf(found, entry.key) - timesOf(wanted, entry.key);
  const wantedAlike = Map.groupBy(wanted.filter(isFull), firstWord);
  const rightNames = new Map<KnownName, KnownName>();
  for (const [first, alike] of Map.groupBy(found.filter(isFull), firstWord)) {
    const inSource = wantedAlike.get(first) ?? [];
    for (const [at, name] of inSource.length === alike.length ? alike.entries() : []) {
      const right = inSource[at];
      if (right !== undefined && surplus(right) < 0 && surplus(name) > 0) {
        rightNames.set(name, right);
      }
    }
  }
  let text = '';
  let end = 0;
  for (const name of found) {
    const right = rightNames.get(name);
    if (right !== undefined) {
      text += said.slice(end, name.start) + usualName(right.entry, to);
      end = name.end;
    }
  }
  return text + said.slice(end);
}

function timesOf(names: readonly KnownName[], key: string): number {
  return names.filter(({ entry }) => entry.key === key).length;
}

/** Of several words: the others begin like nothing else. */
function isFull({ spelling }: KnownName): boolean {
  return /[ -]/.test(spelling);
}

/** Of the name as English has it: "Kim" is a family's in both languages. */
function firstWord({ entry }: KnownName): string {
  return entry.en[0]?.split(/[ -]/)[0] ?? '';
}
