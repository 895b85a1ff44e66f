// The concept lexicon: its patterns, and what they find in sentences of either language.
import { describe, expect, test } from 'vitest';
import {
  conceptKinds,
  concepts,
  findConcepts,
} from '../../../../electron/alignment/suggest/concepts.ts';
import {
  compilePatterns,
  findPattern,
  withoutPattern,
  wordText,
} from '../../../../electron/alignment/suggest/pattern.ts';
import { type Language, languages } from '../../../../electron/corpus/document.ts';

function found(pattern: string, sentence: string): string | null {
  const compiled = compilePatterns([pattern]);
  const span = compiled === null ? null : findPattern(wordText(sentence), compiled);
  return span === null ? null : sentence.slice(span.start, span.end);
}

describe('a pattern', () => {
  test.each([
    ['good health', 'We wish you good health.', 'good health'],
    ['good health', 'Goodness, health!', null],
    ['good health', 'The news is good; health is not.', null],
    ['liberat*', 'the Liberation of Korea', 'Liberation'],
    ['liberat*', 'deliberate', null],
    ['wish* … health', 'He wished all of them health', 'wished all of them health'],
    ['wish* … health', 'I wish he knew: health is dear.', null],
    ['wish* … health', 'A wish, and a wish for health', 'wish for health'],
    ['(red|soviet) army', 'the Soviet Army', 'Soviet Army'],
    ['decide [its own] fate', 'free to decide its own fate', 'decide its own fate'],
    ['decide [its own] fate', 'decide fate', 'decide fate'],
    ['hoà bình', 'vì hòa bình thế giới', 'hòa bình'],
    ['hòa bình', 'vì hoà bình thế giới', 'hoà bình'],
    ['well being', 'their well-being', 'well-being'],
    [
      'chúc … sức khoẻ',
      'Kính chúc Iosif thân mến, sức khỏe dồi dào',
      'chúc Iosif thân mến, sức khỏe',
    ],
  ])('%j in %j: %j', (pattern, sentence, words) => {
    expect(found(pattern, sentence)).toBe(words);
  });

  test('does not reach across more than fifteen words', () => {
    const words = (count: number) => `wish ${'very '.repeat(count)}health`;
    expect(found('wish … health', words(15))).not.toBeNull();
    expect(found('wish … health', words(16))).toBeNull();
  });

  test('may ask that something does not follow in its clause', () => {
    const pattern = 'without help !(could|would)';
    expect(found(pattern, 'They won without help from outside.')).toBe('without help');
    expect(found(pattern, 'Without help from outside they could not win.')).toBeNull();
    expect(found(pattern, 'They won without help; others could not.')).toBe('without help');
  });

  test('that is not well formed is refused', () => {
    expect(() => compilePatterns(['good (health'])).toThrow();
    expect(() => compilePatterns(['good, health'])).toThrow();
  });

  test('taken away leaves the rest where it is', () => {
    const words = wordText('Thanks to you, many thanks.');
    const [except, thanks] = [compilePatterns(['thanks to']), compilePatterns(['thanks'])];
    if (except === null || thanks === null) {
      throw new Error('no pattern');
    }
    expect(findPattern(words, thanks)).toEqual({ start: 0, end: 6 });
    expect(findPattern(withoutPattern(words, except), thanks)).toEqual({ start: 20, end: 26 });
  });
});

describe('the lexicon', () => {
  test('names each concept once, with patterns in both languages that are well formed', () => {
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
    for (const { id, kind, vi, en, except } of concepts) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(conceptKinds, id).toContain(kind);
      for (const patterns of [vi, en]) {
        expect(patterns.length, id).toBeGreaterThan(0);
        expect(compilePatterns(patterns), id).not.toBeNull();
      }
      for (const patterns of [except?.vi ?? [], except?.en ?? []]) {
        expect(() => compilePatterns(patterns)).not.toThrow();
      }
    }
  });

  test.each(languages)('has no pattern twice in %s', (language) => {
    for (const concept of concepts) {
      expect(new Set(concept[language]).size, concept.id).toBe(concept[language].length);
    }
  });
});

const examples: readonly (readonly [string, vi: string, en: string])[] = [
  ['health-wish', 'Chúc đồng chí dồi dào sức khỏe.', 'I wish you the best of health.'],
  ['success-wish', 'Chúc các bạn giành nhiều thắng lợi.', 'We wish you great success.'],
  ['happiness-wish', 'Chúc nhân dân ấm no, hạnh phúc.', 'I wish your people happiness.'],
  ['congratulation', 'Tôi xin chúc mừng đồng chí.', 'Please accept my congratulations.'],
  ['gratitude', 'Chúng tôi vô cùng biết ơn.', 'We are deeply grateful.'],
  ['on-behalf', 'Thay mặt Chính phủ, tôi đồng ý.', 'On behalf of the Government, I agree.'],
  ['long-live', 'Hòa bình muôn năm!', 'Long live peace!'],
  ['never-forget', 'Chúng tôi không bao giờ quên điều ấy.', 'We shall never forget it.'],
  ['tribute', 'Chúng ta nghiêng mình trước anh linh họ.', 'We pay tribute to them.'],
  ['soviet-army', 'Hồng quân đã đến.', 'The armed forces of the Soviet Union came.'],
  ['japanese-rule', 'ách của đế quốc Nhật', 'under Japanese rule'],
  ['territorial-integrity', 'toàn vẹn lãnh thổ', 'territorial integrity'],
  ['mutual-benefit', 'hợp tác cùng có lợi', 'cooperation to mutual benefit'],
  ['economic-and-cultural', 'hợp tác kinh tế và văn hóa', 'economic and cultural cooperation'],
  ['armistice', 'Hiệp định đình chiến', 'the armistice agreement'],
  ['liberation', 'ngày giải phóng', 'the day of liberation'],
  ['troop-withdrawal', 'quân đội Pháp phải rút khỏi miền Bắc', 'the French army withdrew'],
  ['sovereignty', 'tôn trọng chủ quyền', 'respect for sovereignty'],
  ['equality', 'quyền bình đẳng', 'as equals'],
  ['stronger-friendship', 'củng cố tình hữu nghị', 'to strengthen our friendship'],
  ['lasting-friendship', 'Tình hữu nghị đời đời bền vững!', 'May our friendship last for ever!'],
  ['aid', 'sự giúp đỡ của các bạn', 'your help'],
];

describe('in sentences', () => {
  const has = (sentence: string, language: Language, id: string): boolean =>
    findConcepts(wordText(sentence), language).some((concept) => concept.id === id);

  test.each(examples)('%s: %s / %s', (id, vi, en) => {
    expect(has(vi, 'vi', id)).toBe(true);
    expect(has(en, 'en', id)).toBe(true);
  });

  test.each([
    ['gratitude', 'en', 'Thanks to the rain, the harvest was good.'],
    ['democracy', 'vi', 'nước Cộng hòa Dân chủ Nhân dân Triều Tiên'],
    ['democracy', 'en', "the Democratic People's Republic of Korea"],
    ['friendship', 'en', 'Korean-Russian Friendship Society'],
    ['congratulation', 'vi', 'Chúc mừng năm mới!'],
    ['relations', 'vi', 'quan hệ ngoại giao'],
    ['aid', 'en', 'They won without the state rear and the help of the regular army.'],
    ['aid', 'en', 'Without help they held out.'],
    ['aid', 'en', 'They had no outside help.'],
    ['aid', 'en', 'We cannot help smiling.'],
    ['aid', 'vi', 'Họ không có sự giúp đỡ nào.'],
    ['unity', 'en', 'The men wore new uniforms.'],
    ['trade', 'en', 'the World Federation of Trade Unions'],
    ['cooperation', 'vi', 'xã viên hợp tác xã'],
    ['peace', 'vi', 'tỉnh Hòa Bình'],
    ['signing', 'en', 'It was a sign of the times.'],
  ] as const)('%s is not in %s %s', (id, language, sentence) => {
    expect(has(sentence, language, id)).toBe(false);
  });

  test.each([
    ['aid', 'en', 'Without the help of the Soviet Army we could not have won.'],
    ['aid', 'vi', 'Nếu không có sự giúp đỡ của Liên Xô thì chúng tôi đã không thắng.'],
    ['aid', 'en', 'Without hesitation they came to our aid.'],
    ['unity', 'en', 'the unification of the country'],
    ['trade', 'en', 'trade between our countries'],
  ] as const)('%s is in %s %s', (id, language, sentence) => {
    expect(has(sentence, language, id)).toBe(true);
  });

  test('a quotation is as the sentence has it', () => {
    const sentence = 'Xin “chúc” mọi người SỨC  KHỎE!';
    const [wish] = findConcepts(wordText(sentence), 'vi').filter(({ id }) => id === 'health-wish');
    expect(sentence.slice(wish?.start, wish?.end)).toBe('chúc” mọi người SỨC  KHỎE');
  });
});
