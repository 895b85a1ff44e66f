// app://song-hanh/…: the built page's files and nothing else, each with the content policy as a header.
import { protocol } from 'electron';
import { pageHeaders } from '../contract/content-policy.ts';
import { readPageFile } from '../start/page-files.node.ts';
import { pageHost, pageScheme } from './page-address.ts';

/** Once, before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of `pageFolder` to the default session. */
export function servePage(pageFolder: string): void {
  protocol.handle(pageScheme, async (request) => {
    const url = new URL(request.url);
    const file =
      url.host === pageHost && request.method === 'GET'
        ? await readPageFile(pageFolder, url.pathname)
        : null;
    return file === null
      ? new Response('There is no such page.\n', { status: 404, headers: pageHeaders })
      : new Response(file.bytes, { headers: file.headers });
  });
}
