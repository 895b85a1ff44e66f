// How keys are shown: each part of `Mod+Z` in a key cap of its own, as the computer's keyboard has it.

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** The parts of a key to show, each in a key cap: `Mod+Z` is Ctrl and Z, or ⌘ and Z on a Mac. */
export function keyCaps(key: string, mac: boolean): readonly string[] {
  const parts = key === '+' ? ['+'] : key.split('+');
  return parts.map((part) => {
    switch (part) {
      case 'Mod':
        return mac ? '⌘' : 'Ctrl';
      case 'Alt':
        return mac ? '⌥' : 'Alt';
      case 'Shift':
        return mac ? '⇧' : 'Shift';
      default:
        return symbols[part] ?? part;
    }
  });
}

export const onMac = /Mac/.test(navigator.userAgent);
