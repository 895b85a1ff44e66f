// Reads the body of an answer part by part; what breaks it off is a value.
import type { IncomingMessage } from 'node:http';

/** The next part of a body, undefined at its end, or what broke it off. */
export type NextChunk = () => Promise<Buffer | undefined | Error>;

/** Reads the first part at once: what has come when a connection breaks is lost to whoever reads it later. */
export function readChunks(response: IncomingMessage): NextChunk {
  const chunks: AsyncIterator<Buffer> = response[Symbol.asyncIterator]();
  const read: NextChunk = async () => {
    try {
      const next = await chunks.next();
      return next.done === true ? undefined : next.value;
    } catch (error) {
      if (error instanceof Error) {
        return error;
      }
      throw error;
    }
  };
  let first: ReturnType<NextChunk> | null = read();
  return () => {
    const next = first ?? read();
    first = null;
    return next;
  };
}
