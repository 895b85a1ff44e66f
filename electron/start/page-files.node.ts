// Reads the built page's files for the shells that serve them (app:// and loopback).
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pageHeaders } from '../contract/content-policy.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The file that a URL's path names (percent-encoded, `/` is index.html), or null where there is none: only files of a
 * known type inside `folder` are served, and a path that would lead outside is no file.
 */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const path = fileOf(folder, urlPath);
  const contentType = path === null ? undefined : contentTypes[extname(path)];
  if (path === null || contentType === undefined) {
    return null;
  }
  try {
    const bytes = await readFile(path);
    return { headers: { ...pageHeaders, 'content-type': contentType }, bytes };
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
}

function fileOf(folder: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null; // not percent-encoding
  }
  if (!path.startsWith('/') || /[\0\\:]/.test(path)) {
    return null;
  }
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG';
}
