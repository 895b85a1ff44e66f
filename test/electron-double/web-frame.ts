// `WebFrameMain`: the frames of a page, with the addresses and origins that main knows.
import { fromChromium } from './address.ts';

export interface WebFrame {
  readonly frameToken: string;
  url: string;
  origin: string;
  readonly parent: WebFrame | null;
}

/** A frame as the protocol's Page domain tells of it. */
export interface FrameFacts {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly securityOrigin: string;
}

export interface Frames {
  update(facts: FrameFacts): void;
  remove(id: string): void;
  get(id: string): WebFrame | null;
}

export function createFrames(): Frames {
  const frames = new Map<string, WebFrame>();
  return {
    update: ({ id, parentId, url, securityOrigin }) => {
      const known = frames.get(id) ?? {
        frameToken: id,
        url: '',
        origin: 'null',
        parent: parentId === undefined ? null : (frames.get(parentId) ?? null),
      };
      known.url = fromChromium(url);
      // An origin that is nobody's is `://` here and `null` in Electron.
      known.origin = securityOrigin === '://' ? 'null' : fromChromium(securityOrigin);
      frames.set(id, known);
    },
    remove: (id) => void frames.delete(id),
    get: (id) => frames.get(id) ?? null,
  };
}
