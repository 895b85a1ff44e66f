// Who may reach a network at all, and where: one file of the core, and hosts that the catalogue names.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { programFolder } from '../../../../electron/start/folders.node.ts';
import { isListedHost } from '../../../../electron/translation/catalogue/catalogue.ts';
import { downloadDefaults } from '../../../../electron/translation/catalogue/download-options.node.ts';
import { refusalOf } from '../../../../electron/translation/catalogue/transfer.node.ts';

const sources = globSync('electron/**/*.ts', { cwd: programFolder }).map((file) => ({
  file,
  text: readFileSync(join(programFolder, file), 'utf8'),
}));

/** A source without its comments, which may speak of anything. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/ .*$/gm, '');
}

/** What a source takes from the modules that can open a connection; types are no danger. */
function taken(text: string): readonly string[] {
  const modules = 'https?|http2|net|tls|dgram|dns(?:/promises)?|undici';
  const named = new RegExp(`import (type )?([^;]*?) from '(?:node:)?(?:${modules})'`, 'g');
  return [...codeOf(text).matchAll(named)].flatMap(([, onlyTypes, names = '']) =>
    onlyTypes
      ? []
      : names
          .replace(/[{}]/g, '')
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type ')),
  );
}

describe('of the core', () => {
  it('one file asks something of a network', () => {
    expect(sources.length).toBeGreaterThan(100);
    const all = sources.map(({ file, text }) => [file, taken(text)] as const);
    expect(Object.fromEntries(all.filter(([, names]) => names.length > 0))).toEqual({
      'electron/serve/server.node.ts': ['createServer'], // listens on 127.0.0.1
      'electron/translation/catalogue/transfer.node.ts': [
        'request as insecureRequest',
        'request as secureRequest',
      ],
    });
    const inOtherWays =
      /\b(?:require|import|getBuiltinModule)\(\s*['"](?:node:)?(?:https?|net|tls)\b/;
    expect(sources.filter(({ text }) => inOtherWays.test(codeOf(text)))).toEqual([]);
  });

  it('none uses fetch, but to refuse it', () => {
    const pattern = /\bfetch\s*\(|globalThis\.fetch|\bWebSocket\b|\bEventSource\b/;
    const found = sources.filter(({ text }) => pattern.test(codeOf(text)));
    expect(found.map(({ file }) => file)).toEqual(['electron/translation/engine/offline.node.ts']);
  });
});

describe('an address', () => {
  const rules = {
    hosts: ['models.example', '*.cdn.example'],
    loopbackHttp: false,
    answerTimeoutMs: 1,
  };
  test.each([
    ['https://models.example/a/b?c=d', null],
    ['https://one.cdn.example/x', null],
    ['https://one.two.cdn.example/x', null],
    ['https://MODELS.EXAMPLE/x', null],
    ['https://models.example:443/x', null],
    ['https://cdn.example/x', 'download-host'],
    ['https://evilcdn.example/x', 'download-host'],
    ['https://models.example.evil.example/x', 'download-host'],
    ['https://models.example@evil.example/x', 'download-insecure'],
    ['https://127.0.0.1/x', 'download-host'],
    ['http://models.example/x', 'download-insecure'],
    ['http://127.0.0.1/x', 'download-insecure'],
    ['ftp://models.example/x', 'download-insecure'],
    ['https://models.example:8080/x', 'download-insecure'],
  ])('%s: %s', (address, code) => {
    expect(refusalOf(new URL(address), rules)?.code ?? null).toBe(code);
  });

  test('of this computer is asked only where a test says so', () => {
    expect(downloadDefaults.loopbackHttp).toBe(false);
    const lenient = { ...rules, loopbackHttp: true };
    expect(refusalOf(new URL('http://127.0.0.1:8080/x'), lenient)).toBeNull();
    expect(refusalOf(new URL('http://127.0.0.2:8080/x'), lenient)?.code).toBe('download-insecure');
    expect(refusalOf(new URL('http://localhost/x'), lenient)?.code).toBe('download-insecure');
  });

  test('is of a listed host by its whole name', () => {
    expect(isListedHost('hf.co', ['*.hf.co'])).toBe(false);
    expect(isListedHost('a.hf.co', ['*.hf.co'])).toBe(true);
    expect(isListedHost('ahf.co', ['*.hf.co'])).toBe(false);
  });
});
