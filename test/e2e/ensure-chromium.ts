// Sees to it that there is a Chromium for the end-to-end tests: finds it, or installs Debian's where that is allowed.
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

if (findChromium() === null && !install()) {
  process.stderr.write(
    'The end-to-end tests need Chromium and found none: install it (on Debian: apt-get install chromium) or name it with CHROMIUM=/path.\n',
  );
  process.exit(1);
}

function install(): boolean {
  if (process.env['CHROMIUM'] || process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) {
    return false;
  }
  process.stderr.write('Installing Chromium from Debian for the end-to-end tests.\n');
  const apt = (...args: readonly string[]) => runs('apt-get', ['-qq', ...args]);
  apt('update');
  return apt('install', '-y', '--no-install-recommends', 'chromium') && findChromium() !== null;
}

function runs(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
