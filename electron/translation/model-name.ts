// What a model calls itself, from what its folder says of it.

/** No name is longer, in characters. */
const longest = 80;

/**
 * The name that config.json states (`model_name`), else the first heading of the model card; one line without control
 * characters, at most 80 characters long. Null where neither says.
 */
export function modelNameOf(stated: unknown, card: string): string | null {
  return (typeof stated === 'string' ? plain(stated) : null) ?? plain(headingOf(card));
}

/** The first `# …` behind the card's front matter, whose comments look alike. */
function headingOf(card: string): string {
  const body = card.replace(/^---\r?\n.*?\r?\n---\r?\n/s, '');
  return /^#[ \t]+(.+)$/m.exec(body)?.[1]?.replace(/[`*]|[ \t]#+\s*$/g, '') ?? '';
}

function plain(name: string): string | null {
  const line = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line === '' ? null : [...line].slice(0, longest).join('').trimEnd();
}
