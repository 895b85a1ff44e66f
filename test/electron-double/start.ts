// Starts the built program in the double, for a test, with Playwright on the page.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath, quietFlags } from '../e2e/find-chromium.ts';
import { toChromium } from './address.ts';
import type { Message } from './control.ts';
import type { DialogAnswer, ShownDialog } from './dialog.ts';
import type { ShownMenu } from './menu.ts';
import { type Area, type DoubleOptions, optionsVariable } from './options.ts';

const root = resolve(import.meta.dirname, '../..');

export interface StartOptions {
  readonly dataFolder: string;
  /** BCP 47 tags; English where none are given. */
  readonly languages?: readonly string[];
  readonly displays?: readonly Area[];
}

/** A window as the double tells of it. */
export interface WindowFacts {
  readonly id: number;
  readonly bounds: Area;
  readonly visible: boolean;
  readonly maximised: boolean;
  readonly preferences: Readonly<Record<string, unknown>>;
}

/** What a test may ask of the double, and what it answers. */
export interface Requests {
  'app.quit': { params: null; value: undefined };
  'chromium.endpoint': { params: null; value: string | null };
  'dialog.answers': { params: readonly DialogAnswer[]; value: undefined };
  'dialog.shown': { params: null; value: readonly ShownDialog[] };
  'menu.shown': { params: null; value: readonly ShownMenu[] };
  'menu.click': { params: string; value: undefined };
  'permission.ask': { params: string; value: { requested: boolean; checked: boolean } };
  'download.ask': { params: string; value: boolean };
  'shell.opened': { params: null; value: readonly string[] };
  /** Kills the utility processes; answers how many there were. */
  'utility.crash': { params: null; value: number };
  windows: { params: null; value: readonly WindowFacts[] };
  'window.close': { params: number; value: boolean };
  'window.reload': { params: number; value: undefined };
  'window.setBounds': { params: { id: number; bounds: Area }; value: undefined };
}

export interface News {
  readonly name: string;
  readonly payload: unknown;
}

export interface RunningProgram {
  ask<Name extends keyof Requests>(
    name: Name,
    ...params: Requests[Name]['params'] extends null ? [] : [Requests[Name]['params']]
  ): Promise<Requests[Name]['value']>;
  /** What the double has told so far, oldest first: `window-shown`, `window-focused`, `dialog`. */
  readonly news: readonly News[];
  /** Waits for news by name; those from before count as well. */
  heard(name: string): Promise<unknown>;
  /** What the program wrote on standard error. */
  standardError(): string;
  /** Settles with the exit code when the program has ended. */
  readonly ended: Promise<number | null>;
  /** Ends the program without warning, as a power cut does. */
  kill(): Promise<void>;
}

export interface ElectronDouble extends RunningProgram {
  /** The reader's page. */
  readonly page: Page;
  /** Chooses Quit and waits for the end. */
  close(): Promise<void>;
}

/** The page's origin as Chromium, and so Playwright, has it. */
export const originInChromium = toChromium('app://song-hanh');

/** Starts the program and waits for its window. The program must have been built (`npm run build`). */
export async function startElectronDouble(options: StartOptions): Promise<ElectronDouble> {
  const program = launchElectronDouble(options);
  const ended = program.ended.then((code) => {
    throw new Error(`the program ended with ${code}: ${program.standardError()}`);
  });
  ended.catch(() => undefined); // ends later, when nobody waits any more
  await Promise.race([program.heard('window-shown'), ended]);
  const endpoint = await program.ask('chromium.endpoint');
  const browser = await chromium.connectOverCDP(endpoint ?? '');
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((each) => each.url().startsWith(originInChromium));
  if (page === undefined) {
    throw new Error('the window shows no page of the program');
  }
  return {
    ...program,
    page,
    close: async () => {
      await program.ask('app.quit');
      await program.ended;
    },
  };
}

/** Starts the program without waiting for anything: it may refuse to open a window. */
export function launchElectronDouble(options: StartOptions): RunningProgram {
  const main = join(root, 'out/main/main.js');
  if (!existsSync(main)) {
    throw new Error('the program is not built: npm run build');
  }
  const double: DoubleOptions = {
    languages: options.languages ?? ['en-GB'],
    displays: options.displays ?? [{ x: 0, y: 0, width: 1920, height: 1080 }],
    dark: false,
    chromium: chromiumPath(),
    chromiumFlags: quietFlags(),
  };
  const child = fork(main, [`--data=${options.dataFolder}`], {
    cwd: root,
    execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
    env: { ...process.env, [optionsVariable]: JSON.stringify(double) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return drive(child);
}

function drive(child: ChildProcess): RunningProgram {
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  const news: News[] = [];
  const listeners = new Set<(heard: News) => void>();
  let said = '';
  let lastId = 0;
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => {
    for (const { reject } of pending.values()) {
      reject(new Error(`the program has ended: ${said}`));
    }
  });
  child.on('message', (message: Message) => {
    if (message.type === 'news') {
      news.push(message);
      for (const listener of listeners) {
        listener(message);
      }
    } else if (message.type === 'answer') {
      pending.get(message.id)?.resolve(message.value);
      pending.delete(message.id);
    } else {
      pending.get(message.id)?.reject(new Error(message.detail));
      pending.delete(message.id);
    }
  });
  return {
    news,
    ended,
    standardError: () => said,
    ask: (name, ...params) => {
      lastId += 1;
      const waiting = Promise.withResolvers<unknown>();
      pending.set(lastId, waiting);
      child.send({ id: lastId, name, params: params[0] ?? null });
      // The double answers each request with the value that Requests says (control.ts).
      return waiting.promise as Promise<Requests[typeof name]['value']>;
    },
    heard: (name) =>
      new Promise((resolve) => {
        const known = news.find((each) => each.name === name);
        if (known !== undefined) {
          resolve(known.payload);
          return;
        }
        const listener = (each: News): void => {
          if (each.name === name) {
            listeners.delete(listener);
            resolve(each.payload);
          }
        };
        listeners.add(listener);
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      const chromiumPid = news.find(({ name }) => name === 'chromium')?.payload;
      if (typeof chromiumPid === 'number') {
        process.kill(chromiumPid, 'SIGKILL'); // left behind by a parent that could not end it
      }
    },
  };
}
