// The secrets of one run of the loopback server: keys that open it and the session that a key is exchanged for.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a key made for one opening of a browser holds. */
const singleKeyMs = 60_000;

export interface Keys {
  /** The key of the printed address; it holds as long as the server runs. */
  readonly key: string;
  /** A key that opens once, within a minute: a browser's command line can be read by other users of the computer. */
  singleKey(): string;
  /** The session, in exchange for a key; null for anything else. */
  exchange(key: string): string | null;
  isSession(value: string): boolean;
}

/** New secrets of 32 random bytes each, in base64url. `now` is in milliseconds. */
export function createKeys(now: () => number = Date.now): Keys {
  const key = secret();
  const session = secret();
  const singleKeys = new Map<string, number>();
  const spend = (offered: string): boolean => {
    for (const [single, expiresAt] of singleKeys) {
      if (expiresAt <= now()) {
        singleKeys.delete(single);
      } else if (isSame(single, offered)) {
        return singleKeys.delete(single);
      }
    }
    return false;
  };
  return {
    key,
    singleKey: () => {
      const single = secret();
      singleKeys.set(single, now() + singleKeyMs);
      return single;
    },
    exchange: (offered) => (isSame(key, offered) || spend(offered) ? session : null),
    isSession: (value) => isSame(session, value),
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time wherever the two differ, whatever their lengths. */
function isSame(known: string, offered: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(known), digest(offered));
}
