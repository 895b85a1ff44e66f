// The last things chosen in the palette, kept for as long as the window is open.

const storageKey = 'song-hanh-recent';
const mostKept = 6;

/** Ids, the latest first. */
export function recentChoices(storage: Pick<Storage, 'getItem'>): readonly string[] {
  return storage.getItem(storageKey)?.split('\n') ?? [];
}

export function rememberChoice(storage: Pick<Storage, 'getItem' | 'setItem'>, id: string): void {
  const others = recentChoices(storage).filter((other) => other !== id);
  storage.setItem(storageKey, [id, ...others].slice(0, mostKept).join('\n'));
}
