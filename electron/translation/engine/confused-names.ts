// Names that a model takes for one another, because they begin alike: "Kim Nhật Thành" where the source says Kim Jong Un.
import type { Language } from '../../corpus/document.ts';
import { type KnownName, knownNamesIn } from '../known-names.ts';

/**
 * The NFC translation with the names right, as far as that is certain: where the source and it have as many names of the
 * table that begin with the same word, one of the source's is missing, and in its place stands one that is there too often.
 */
export function untangleNames(said: string, source: string, from: Language, to: Language): string {
  const wanted = Map.groupBy(fullNames(source, from), firstWord);
  let text = '';
  let end = 0;
  for (const { name, right } of confusions(fullNames(said, to), wanted)) {
    text += said.slice(end, name.start) + right.entry[to][0];
    end = name.end;
  }
  return text + said.slice(end);
}

interface Confusion {
  readonly name: KnownName;
  readonly right: KnownName;
}

function confusions(
  names: readonly KnownName[],
  wanted: ReadonlyMap<string, readonly KnownName[]>,
): readonly Confusion[] {
  const found = [...Map.groupBy(names, firstWord)].flatMap(([first, alike]) => {
    const source = wanted.get(first) ?? [];
    const times = (list: readonly KnownName[], { entry }: KnownName) =>
      list.filter((other) => other.entry.key === entry.key).length;
    return source.length !== alike.length
      ? []
      : alike.flatMap((name, at) => {
          const right = source[at];
          return right !== undefined &&
            times(alike, right) < times(source, right) &&
            times(alike, name) > times(source, name)
            ? [{ name, right }]
            : [];
        });
  });
  return found.toSorted((one, other) => one.name.start - other.name.start);
}

/** The names of several words, in order: the others begin like nothing else. */
function fullNames(text: string, language: Language): readonly KnownName[] {
  return knownNamesIn(text, language).filter(({ spelling }) => /[ -]/.test(spelling));
}

/** Of the name as English has it: "Kim" is a family's in both languages. */
function firstWord({ entry }: KnownName): string {
  return entry.en[0]?.split(/[ -]/)[0] ?? '';
}
