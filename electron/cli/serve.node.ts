// `serve`: the loopback shell, until Ctrl+C. The address, with its key, is the answer.
import { once } from 'node:events';
import { succeed } from '../contract/result.ts';
import { startServer } from '../serve/server.node.ts';
import { pageFolder } from '../start/folders.node.ts';
import type { Verb } from './verb.node.ts';

export const serve: Verb = {
  name: 'serve',
  options: { port: 'string' },
  arguments: [],
  check: (given, phrases) => {
    const value = given.options['port'] ?? '0';
    const isPort = /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
    return isPort ? null : phrases('cli.portUnknown', { value });
  },
  run: async (given, { workspace, phrases, output, tell, log, interrupted }) => {
    const port = Number(given.options['port'] ?? '0');
    const started = await startServer({ workspace, pageFolder, port, log });
    if (!started.ok) {
      return started;
    }
    const { url } = started.value;
    if (!given.json) {
      tell(phrases('shell.openAddress'));
    }
    await output.write(given.json ? `${JSON.stringify({ url })}\n` : `${url}\n`);
    if (!interrupted.aborted) {
      await once(interrupted, 'abort');
    }
    await started.value.close();
    return succeed('complete');
  },
};
