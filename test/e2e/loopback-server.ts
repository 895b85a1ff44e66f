// The loopback shell in a process of its own, as `npm run -s cli -- serve` starts it.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Starts the command line's server on any free port. */
export async function startLoopbackServer(dataFolder: string) {
  const child = spawn(
    process.execPath,
    ['electron/cli/cli.node.ts', 'serve', '--json', '--data', dataFolder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const errors: string[] = [];
  child.stderr.on('data', (piece) => errors.push(String(piece)));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve((JSON.parse(line) as { url: string }).url),
    );
    child.once('exit', (code) => reject(new Error(`server ended (${code}): ${errors.join('')}`)));
  });
  return { url, stop: () => end(child, 'SIGINT'), kill: () => end(child, 'SIGKILL') };
}

function end(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
