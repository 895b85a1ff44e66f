// What the signs of a sentence say about it: a question, a quotation, a heading, a numbered point.

export interface Shape {
  readonly question: boolean;
  readonly exclamation: boolean;
  readonly quotation: boolean;
  readonly bracket: boolean;
  readonly colon: boolean;
  readonly semicolon: boolean;
  /** What it ends in: a stop, a question, an exclamation, a colon or semicolon, or nothing of these. */
  readonly ending: 'stop' | 'question' | 'exclamation' | 'colon' | 'open';
  /** "1.", "a)", "–": how a point of a list begins, in one form for each; empty for none. */
  readonly marker: string;
  /** All its letters are capitals, and there are some. */
  readonly shouted: boolean;
}

const closers = /["”»’')\]}*\s]+$/u;
const markerStart = /^\s*(?:[([]?(\d{1,3}|[ivx]{1,4}|[a-h])[.)\]]|([-–—•*]))(?=\s)/iu;

/** The shape of a sentence. */
export function shapeOf(sentence: string): Shape {
  const bare = sentence.replace(closers, '');
  const marker = markerStart.exec(sentence);
  return {
    question: sentence.includes('?'),
    exclamation: sentence.includes('!'),
    quotation: /["“”„«»]|(?:^|\s)['‘]/u.test(sentence),
    bracket: /[([]/.test(sentence),
    colon: /:(?!\d)/.test(sentence),
    semicolon: sentence.includes(';'),
    ending: endingOf(bare.at(-1) ?? ''),
    marker: marker === null ? '' : (marker[1]?.toLowerCase() ?? '-'),
    shouted: /\p{Lu}{2}/u.test(sentence) && !/\p{Ll}/u.test(sentence),
  };
}

function endingOf(last: string): Shape['ending'] {
  switch (last) {
    case '.':
    case '…':
      return 'stop';
    case '?':
      return 'question';
    case '!':
      return 'exclamation';
    case ':':
    case ';':
      return 'colon';
    default:
      return 'open';
  }
}
