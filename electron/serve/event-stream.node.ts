// The pages that listen for events of the core, each over one endless response.
import type { ServerResponse } from 'node:http';
import type { Emit } from '../contract/contract.ts';
import { heartbeatMs, writeEvent } from '../contract/loopback.ts';

/** A page that has fallen this far behind is let go; it connects anew and asks for everything. */
const backlogLimitBytes = 8 * 1024 * 1024;

export interface EventStreams {
  open(response: ServerResponse): void;
  readonly emit: Emit;
  close(): void;
}

/** No streams yet; a comment every 15 s keeps those that come open. Does not keep the process alive. */
export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>();
  const write = (text: string): void => {
    for (const stream of streams) {
      if (stream.writableLength > backlogLimitBytes) {
        stream.destroy();
      } else {
        stream.write(text);
      }
    }
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  return {
    open: (response) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.write(': welcome\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    emit: (name, payload) => write(writeEvent(name, payload)),
    close: () => {
      clearInterval(heartbeat);
      for (const stream of streams) {
        stream.end();
      }
    },
  };
}
