// A key combination, each key in a cap of its own.
import { keyCaps, onMac } from './key-names.ts';
import './ui.css';

/** `keys` as a command names it: `Mod+Shift+Z`. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className="key-caps">
      {keyCaps(keys, onMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
