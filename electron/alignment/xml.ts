// As much of XML 1.0 as exchange files need: tags, attributes, text. No entity but the five that XML defines itself.

/** A start tag (`<a>`), an end tag (`</a>`), or the text between tags; `<a/>` is a start tag and an end tag. */
export type XmlToken =
  | {
      readonly type: 'start';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly type: 'end'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

/** Where the text is not XML, or is XML that is not read here (a document type with declarations, other entities). */
export class XmlError extends Error {}

const skipped: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
];
const cdataStart = '<![CDATA[';

/** The tokens in order; throws an {@link XmlError} at the first thing that it does not read. */
export function* readXml(text: string): Generator<XmlToken> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const end = open === -1 ? text.length : open;
    if (end > at) {
      yield { type: 'text', text: decode(text.slice(at, end)) };
    }
    if (open === -1) {
      return;
    }
    const skip = skipped.find(([start]) => text.startsWith(start, open));
    if (skip !== undefined) {
      at = endOf(text, skip[1], open);
    } else if (text.startsWith(cdataStart, open)) {
      at = endOf(text, ']]>', open);
      yield { type: 'text', text: text.slice(open + cdataStart.length, at - 3) };
    } else if (text.startsWith('<!', open)) {
      at = endOfTag(text, open);
      const quoted = /"[^"]*"|'[^']*'/g;
      if (text.slice(open, at).replace(quoted, '').includes('[')) {
        throw new XmlError('a document type with declarations');
      }
    } else {
      at = endOfTag(text, open);
      yield* readTag(text.slice(open + 1, at - 1));
    }
  }
}

/** Text as it stands in XML, between tags or in an attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found === -1) {
    throw new XmlError(`no ${mark}`);
  }
  return found + mark.length;
}

/** The place behind a tag's `>`; one in an attribute's quotes ends nothing. */
function endOfTag(text: string, open: number): number {
  let quote = '';
  for (let at = open; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      quote = character === quote ? '' : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return at + 1;
    }
  }
  throw new XmlError('no >');
}

function* readTag(inside: string): Generator<XmlToken> {
  if (inside.startsWith('/')) {
    yield { type: 'end', name: nameIn(inside.slice(1)) };
    return;
  }
  const isEmpty = inside.endsWith('/');
  const body = isEmpty ? inside.slice(0, -1) : inside;
  const name = nameIn(body);
  const attributes = attributesIn(body.slice(name.length));
  yield { type: 'start', name, attributes };
  if (isEmpty) {
    yield { type: 'end', name };
  }
}

/** One after the other, so that the time is in proportion to the length whatever is written. */
function attributesIn(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const next = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  const rest = written.trimEnd();
  while (next.lastIndex < rest.length) {
    const from = next.lastIndex;
    const found = next.exec(rest);
    if (found === null) {
      throw new XmlError(rest.slice(from, from + 20));
    }
    attributes.set(found[1] ?? '', decode(found[2] ?? found[3] ?? ''));
  }
  return attributes;
}

function nameIn(body: string): string {
  const [name] = /^[\p{L}_:][^\s=<>"'/]*/u.exec(body) ?? [];
  if (name === undefined) {
    throw new XmlError(`<${body.slice(0, 20)}`);
  }
  return name;
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(text: string): string {
  return text.replace(/&([^;&\s]{0,10});?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = number && Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10);
    const character =
      code !== null && isCharacter(code) ? String.fromCodePoint(code) : named.get(name);
    if (character === undefined || !whole.endsWith(';')) {
      throw new XmlError(whole);
    }
    return character;
  });
}

/** What XML 1.0 calls a character. */
function isCharacter(code: number): boolean {
  return (
    [0x9, 0xa, 0xd].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
