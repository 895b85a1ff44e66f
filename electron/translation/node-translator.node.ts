// The translator as a child process of Node: for the loopback shell, the command line and the tests.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { translatorEnvironment, translatorOptions } from './translator-environment.node.ts';
import type { StartTranslator } from './translator-process.ts';

/** How much of what the process last wrote is kept, in characters. */
const lastWordsLimit = 2_000;

/** Starts the translator as a child process, which talks over its IPC channel. */
export const startNodeTranslator: StartTranslator = () => {
  const entry = fileURLToPath(new URL('./engine/translator.node.ts', import.meta.url));
  const child = fork(entry, {
    execArgv: translatorOptions,
    env: translatorEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    lastWords = (lastWords + chunk).slice(-lastWordsLimit);
  });
  let ended = false;
  const exitListeners: ((detail: string) => void)[] = [];
  const exited = (how: string) => {
    if (!ended) {
      ended = true;
      const detail = [how, lastWords.trim()].filter((part) => part !== '').join(': ');
      for (const listener of exitListeners) {
        listener(detail);
      }
    }
  };
  child.on('error', (error) => {
    // A child that cannot be started or told anything is of no use; its exit tells the rest.
    lastWords += error.message;
    if (child.pid === undefined) {
      exited('could not be started');
    } else {
      child.kill('SIGKILL');
    }
  });
  child.on('exit', (code, signal) => exited(signal ?? `exit code ${code}`));
  return {
    send: (message) => {
      if (child.connected) {
        child.send(message);
      }
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => exitListeners.push(listener),
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
