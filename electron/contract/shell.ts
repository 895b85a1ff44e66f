// What every shell (Electron, loopback, command line) tells the page about itself.
import * as v from 'valibot';
import { call } from './call.ts';

export interface ShellInfo {
  readonly shell: 'electron' | 'loopback' | 'command-line';
  readonly version: string;
  /** The operating system's language, to begin with: a BCP 47 tag. */
  readonly systemLanguage: string;
  /** Whether the shell can show the system's own dialog for choosing a file or folder. */
  readonly canChooseFiles: boolean;
}

/** The parts of the workspace whose data a page may hold and must ask for again. */
export type Feature = 'corpus' | 'alignment' | 'annotation' | 'settings' | 'translation';

export interface ShellEvents {
  /** The reader chose a command in the native menu. */
  readonly 'shell.command': { readonly command: string };
  /** Something changed in the workspace; what a page holds of these features is out of date. */
  readonly 'shell.changed': { readonly features: readonly Feature[] };
}

export const shellCalls = {
  'shell.info': call<ShellInfo>()(v.strictObject({})),
} as const;
