// What a model calls itself, from what its folder says of it.

/** No name is longer, in characters. */
const longest = 80;

/**
 * The first name that is stated (`model_name` of config.json, `name` of about.json), else the first heading of the
 * model card; one line without control characters, at most 80 characters long. Null where none says.
 */
export function modelNameOf(stated: readonly unknown[], card: string): string | null {
  for (const name of [...stated, headingOf(card)]) {
    const found = typeof name === 'string' ? plain(name) : null;
    if (found !== null) {
      return found;
    }
  }
  return null;
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
