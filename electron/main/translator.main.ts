// The translator as Electron's utility process: Node without a window, next to main, which outlives it.
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { StartTranslator } from '../translation/translator-process.ts';

/** What the operating system itself needs to load libraries; tokens, proxies and Node's options stay behind. */
const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'SYSTEMROOT', 'TEMP', 'TMPDIR'];

export const startUtilityTranslator: StartTranslator = () => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'translator.js'), [], {
    serviceName: 'song-hanh-translator',
    env: Object.fromEntries(
      passedOn.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', (code) => listener(`exit code ${code}`)),
    kill: () => {
      child.kill();
    },
  };
};
