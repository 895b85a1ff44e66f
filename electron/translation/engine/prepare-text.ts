// What is done to a text before the model reads it, and to what the model says after. Whatever is changed in the
// source and must be undone in the target (letter case, one day) belongs into this pair of functions.

/** Control characters, lone surrogates' stand-ins and invisible format marks: no model knows them. */
const unreadable = /[\p{Cc}\p{Co}\p{Cn}\uFFFD\uFEFF\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069]/gu;

/**
 * The source as the model may read it: NFC, one line, no control characters. `reserved` are the tokenizer's own
 * marks (`</s>`, `>>eng<<`): where a text happens to hold one it is broken up, so that it stays text.
 */
export function prepareSource(text: string, reserved: readonly string[]): string {
  let prepared = text.toWellFormed().replace(unreadable, ' ').normalize('NFC');
  for (const mark of reserved) {
    if (mark.length > 1 && prepared.includes(mark)) {
      prepared = prepared.replaceAll(mark, `${mark.slice(0, 1)} ${mark.slice(1)}`);
    }
  }
  return prepared.replace(/\s+/gu, ' ').trim();
}

/** Whether there is anything to translate: numbers, marks and emoji stand for themselves in both languages. */
export function hasWords(prepared: string): boolean {
  return /\p{L}/u.test(prepared);
}

/** What the model said as text for the reader. Where it said nothing the source stands, as with a name. */
export function finishTarget(said: string, prepared: string): string {
  const finished = said.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return finished === '' ? prepared : finished;
}
