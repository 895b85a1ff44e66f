// The translator as Electron's utility process: Node without a window, next to main, which outlives it.
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import {
  translatorEnvironment,
  translatorOptions,
} from '../translation/translator-environment.node.ts';
import type { StartTranslator } from '../translation/translator-process.ts';

/** Starts the translator, built as `translator.js` beside main; it ends with main at the latest. */
export const startUtilityTranslator: StartTranslator = () => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'translator.js'), [], {
    serviceName: 'song-hanh-translator',
    env: translatorEnvironment(),
    // Electron hands its own switches on, and V8's in one of them.
    execArgv: [`--js-flags=${translatorOptions.join(' ')}`],
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // A fatal error of V8 in there, which nobody listening for would stop main; `exit` follows.
  child.on('error', () => undefined);
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', (code) => listener(`exit code ${code}`)),
    kill: () => {
      // Before it has begun to run it cannot be killed.
      if (!child.kill()) {
        child.once('spawn', () => child.kill());
      }
    },
  };
};
