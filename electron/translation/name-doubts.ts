// Names of a source that its translation does not say: those of the table, and only where leaving one out is an error.
import { foldWord, isSyllable, tokensOf } from '../alignment/aligner/tokens.ts';
import type { NameEntry } from '../alignment/names.ts';
import type { Language } from '../corpus/document.ts';
import { type KnownName, knownNamesIn } from './known-names.ts';

/** A name as the source has it; into English also as English writes it, else null: it has several forms in Vietnamese. */
export interface LostName {
  readonly source: string;
  readonly expected: string | null;
}

/**
 * Vietnamese names that good translations often say in other words: peoples and faiths ("nhà thờ Hồi giáo" is a
 * mosque), parts of the world, heavenly bodies, names of which the table's spelling is only one of many.
 */
const freelyTranslated = new Set(
  (
    'Hồi giáo|Do Thái|Công giáo|Tin Lành|Phật giáo|Ki-tô|Khổng Tử|Đức Phật|Đại Tây Dương|Thái Bình Dương|' +
    'Ấn Độ Dương|Bắc Cực|Châu Nam Cực|Bắc Băng Dương|Châu Âu|Châu Á|Châu Phi|Châu Mỹ|Châu Đại Dương|Bắc Mỹ|' +
    'Nam Mỹ|Châu Mỹ La-tinh|Á-Phi|Đông Nam Á|Viễn Đông|Trung Đông|Cận Đông|Trái Đất|Mặt Trăng|Mặt Trời|' +
    'Sao Hỏa|Sao Kim|Sao Mộc|Sao Thổ|Ả Rập|A-rập|Vịnh Ba Tư|Biển Đông|Trung Kỳ|Bắc Kỳ|Nam Kỳ|Ba Lê|' +
    'Khối Bắc Đại Tây Dương|Đức Quốc xã|Quốc dân đảng|Nhà Trắng|Mê Kông|Quảng Đông|La Mã|Huế|Viên|' +
    'Bắc Việt|Nam Việt|Mông Cổ|Lào|Đồng minh|Xla-vơ|Khmer|Hmông|Xứ Wales'
  ).split('|'),
);

/** The names of an NFC source that have no counterpart in its NFC translation, each once. */
export function lostNames(
  source: string,
  target: string,
  from: Language,
  to: Language,
): readonly LostName[] {
  const lost: LostName[] = [];
  const said = knownNamesIn(target, to);
  const targetWords = wordsOf(target);
  const looked = new Set<string>();
  for (const { entry, spelling, start, end } of knownNamesIn(source, from, writingOf(source))) {
    if (looked.has(entry.key) || !mustBeSaid(entry, spelling, from)) {
      continue;
    }
    looked.add(entry.key);
    if (
      !said.some((other) => shareSpelling(entry, other.entry)) &&
      !mayBeSaid(entry, to, target, targetWords, said)
    ) {
      const expected = to === 'en' ? (entry.en[0] ?? null) : null;
      lost.push({ source: source.slice(start, end), expected });
    }
  }
  return lost;
}

/** "DPRK" is another name of one state, "Korea" stands for both. */
function shareSpelling(one: NameEntry, other: NameEntry): boolean {
  return one.key === other.key || one.en.some((spelling) => other.en.includes(spelling));
}

/** Of an English name only the noun: "Korean" is as often a word of its own. */
function mustBeSaid(entry: NameEntry, spelling: string, from: Language): boolean {
  const [english] = entry.en;
  if (entry.vi.some((vietnamese) => freelyTranslated.has(vietnamese))) {
    return false;
  }
  return from === 'vi'
    ? spelling.length > 3 && /[\s-]|[^\s]{5,}/u.test(spelling)
    : spelling === english || spelling.includes(' ');
}

/** Whether some spelling may stand there in another form: "Scotsmen", "Việt – Triều", an acronym. */
function mayBeSaid(
  entry: NameEntry,
  to: Language,
  target: string,
  targetWords: readonly string[],
  said: readonly KnownName[],
): boolean {
  // Into English a name that only lost its marks ("Kim Nhat Thanh") is not said.
  const spellings = to === 'en' ? entry.en : [...entry.vi, ...entry.en];
  const inOtherForm = spellings.some((spelling) =>
    wordsOf(spelling).every((word) => targetWords.some((other) => mayBeFormOf(word, other))),
  );
  // A single syllable with a capital is how Vietnamese shortens a country: "hữu nghị Trung – Triều".
  const syllables = to === 'vi' ? entry.vi.flatMap((spelling) => spelling.split(/[\s-]/)) : [];
  const shortened = tokensOf(target).some(
    ({ capital, lower, start, end }) =>
      capital &&
      syllables.some((syllable) => syllable.toLowerCase() === lower) &&
      // "Kim" of "Kim Nhật Thành" is no short form of "Kim Jong Un".
      !said.some(
        (name) => name.start <= start && end <= name.end && end - start < name.end - name.start,
      ),
  );
  return inOtherForm || shortened;
}

/** "Scots" for "Scotland", "Brasil" for "Brazil", "Mongols" for "Mongol". */
function mayBeFormOf(word: string, other: string): boolean {
  if (word.length < 4) {
    return other === word || other === `${word}s`;
  }
  return other.startsWith(word.slice(0, isSyllable(other) ? 4 : 3));
}

function wordsOf(text: string): readonly string[] {
  return tokensOf(text).flatMap(({ kind, text: word }) =>
    kind === 'word'
      ? word
          .split(/['’‘ʼ-]/)
          .map(foldWord)
          .filter(Boolean)
      : [],
  );
}

function writingOf(text: string): 'mixed' | 'capitals' {
  return /\p{Ll}/u.test(text) ? 'mixed' : 'capitals';
}
