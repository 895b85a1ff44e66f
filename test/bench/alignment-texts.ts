// Texts of any length for measuring time and memory: made-up words that translate each other, with Zipf's frequencies.
import { seededRandom } from '../../training/alignment/synthetic.ts';

export interface MadeTexts {
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

const vocabularySize = 20_000;
const onsets = 'b c ch d đ g h kh l m n ng nh ph qu s t th tr v x'.split(' ');
const rhymes = 'an âm ao ăng at âu em ên êu iêm in inh oan on ông ơi uân ung ươi ươm ut y'.split(
  ' ',
);
const stems = 'bar col den fam gor hil jan kel lum mor nas pol ran sed tor vin wes yor'.split(' ');
const endings = 'al ance ard ate el en ent er ial ic ide in ion ish ist ity ous ow ure y'.split(
  ' ',
);

/**
 * About so many lines a side: ten words in a hundred have no counterpart, one line in twenty is missing on one side, one
 * in eight is merged with the next, one in five holds a number and one in ten a name that both sides write alike.
 */
export function makeTexts(lines: number): MadeTexts {
  const random = seededRandom(lines);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const words = Array.from({ length: vocabularySize }, () => ({
    vi: `${pick(onsets)}${pick(rhymes)} ${pick(onsets)}${pick(rhymes)}`,
    en: `${pick(stems)}${random() < 0.5 ? pick(stems) : ''}${pick(endings)}`,
  }));
  // Zipf: the chance of a word falls with its rank.
  const word = () => words[Math.floor(vocabularySize ** random()) - 1] ?? { vi: '', en: '' };
  const vi: string[] = [];
  const en: string[] = [];
  let held: { vi: string; en: string } | null = null;
  while (Math.max(vi.length, en.length) < lines) {
    const viWords: string[] = [];
    const enWords: string[] = [];
    const size = 6 + Math.floor(random() * 16);
    for (let at = 0; at < size; at += 1) {
      const { vi: viWord, en: enWord } = word();
      viWords.push(random() < 0.1 ? word().vi : viWord);
      enWords.splice(Math.max(0, enWords.length - Math.floor(random() * 4)), 0, enWord);
    }
    if (random() < 0.2) {
      const number = String(10 + Math.floor(random() * 3000));
      viWords.push(number);
      enWords.push(number);
    }
    if (random() < 0.1) {
      const name = `Z${pick(stems)}${pick(endings)}`;
      viWords.push(name);
      enWords.push(name);
    }
    const sentence = { vi: sentenceOf(viWords), en: sentenceOf(enWords) };
    const dice = random();
    if (held !== null) {
      vi.push(`${held.vi} ${sentence.vi}`);
      en.push(held.en, sentence.en);
      held = null;
    } else if (dice < 0.025) {
      vi.push(sentence.vi);
    } else if (dice < 0.05) {
      en.push(sentence.en);
    } else if (dice < 0.175) {
      held = sentence;
    } else {
      vi.push(sentence.vi);
      en.push(sentence.en);
    }
  }
  return { vi: vi.slice(0, lines), en: en.slice(0, lines) };
}

function sentenceOf(words: readonly string[]): string {
  const text = words.join(' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
