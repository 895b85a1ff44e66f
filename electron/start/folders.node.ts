// Where things are outside Electron: the workspace folder, what ships with the program, the built page.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The program's own folder: holds resources/ and out/. */
export const programFolder = resolve(import.meta.dirname, '../..');
export const resourcesFolder = join(programFolder, 'resources');
export const pageFolder = join(programFolder, 'out/renderer');

/** The name of the program's folder among the system's folders of application data. */
const dataFolderName = 'song-hanh';

export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The workspace folder as an absolute path: the one that is named, else SONG_HANH_DATA, else the one that Electron uses. */
export function dataFolderOf(named: string | undefined, system: System = thisSystem()): string {
  const chosen = named || system.env['SONG_HANH_DATA'];
  return chosen ? resolve(chosen) : join(applicationData(system), dataFolderName);
}

/** What Electron calls `appData`. */
function applicationData({ platform, env, home }: System): string {
  switch (platform) {
    case 'win32':
      return env['APPDATA'] || join(home, 'AppData', 'Roaming');
    case 'darwin':
      return join(home, 'Library', 'Application Support');
    default:
      return env['XDG_CONFIG_HOME'] || join(home, '.config');
  }
}

function thisSystem(): System {
  return { platform: process.platform, env: process.env, home: homedir() };
}
