import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolderOf, type System } from '../../../electron/start/folders.node.ts';

const linux: System = { platform: 'linux', env: {}, home: '/home/an' };

test.each<[string, string | undefined, System, string]>([
  ['Linux', undefined, linux, '/home/an/.config/song-hanh'],
  [
    'Linux with XDG_CONFIG_HOME',
    undefined,
    { ...linux, env: { XDG_CONFIG_HOME: '/data/config' } },
    '/data/config/song-hanh',
  ],
  [
    'macOS',
    undefined,
    { platform: 'darwin', env: {}, home: '/Users/an' },
    '/Users/an/Library/Application Support/song-hanh',
  ],
  [
    'Windows',
    undefined,
    { platform: 'win32', env: { APPDATA: '/c/Users/an/AppData/Roaming' }, home: '/c/Users/an' },
    '/c/Users/an/AppData/Roaming/song-hanh',
  ],
  ['SONG_HANH_DATA', undefined, { ...linux, env: { SONG_HANH_DATA: '/elsewhere' } }, '/elsewhere'],
  ['--data before it', '/named', { ...linux, env: { SONG_HANH_DATA: '/elsewhere' } }, '/named'],
  ['a relative --data', 'here', linux, resolve('here')],
  ['an empty --data', '', linux, '/home/an/.config/song-hanh'],
])('the data folder: %s', (_what, named, system, expected) => {
  expect(dataFolderOf(named, system)).toBe(expected);
});
