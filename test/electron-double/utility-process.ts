// `utilityProcess`: a real child process of Node's, with `process.parentPort` in it (utility-process-child.ts).
import { fork, type StdioOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { answerRequest } from './control.ts';

const childSetup = new URL('./utility-process-child.ts', import.meta.url).href;
const running = new Set<number>();

interface ForkOptions {
  readonly env?: Record<string, string>;
  readonly execArgv?: readonly string[];
  readonly stdio?: readonly ('ignore' | 'inherit' | 'pipe')[];
  readonly serviceName?: string;
}

function startChild(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) {
  const { env = process.env, execArgv = [], stdio = ['ignore', 'inherit', 'inherit'] } = options;
  const child = fork(modulePath, args, {
    env,
    execArgv: [...execArgv.flatMap(optionsOfV8), '--import', childSetup],
    serialization: 'advanced',
    stdio: [...stdio, 'ipc'] as StdioOptions,
  });
  const events = new EventEmitter();
  const { pid } = child;
  if (pid !== undefined) {
    running.add(pid);
  }
  child.on('spawn', () => events.emit('spawn'));
  child.on('message', (message) => events.emit('message', message));
  child.on('exit', (code, signal) => {
    running.delete(pid ?? 0);
    events.emit('exit', code ?? (signal ? 1 : 0));
  });
  process.on('exit', () => child.kill('SIGKILL'));
  return Object.assign(events, {
    pid,
    stdout: child.stdout,
    stderr: child.stderr,
    postMessage: (message: unknown) => {
      // A message to a child that has just died is lost, as it is in Electron.
      child.send(message as object, () => undefined);
    },
    kill: () => child.kill(),
  });
}

/** Switches for Chromium, of which Electron hands V8's own on. */
function optionsOfV8(option: string): readonly string[] {
  return option.startsWith('--js-flags=')
    ? option.slice('--js-flags='.length).split(' ')
    : [option];
}

export const utilityProcess = { fork: startChild };

/** Ends every utility process without warning, as a crash does; answers how many there were. */
answerRequest('utility.crash', () => {
  const pids = [...running];
  for (const pid of pids) {
    process.kill(pid, 'SIGKILL');
  }
  return pids.length;
});
