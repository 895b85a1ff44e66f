// Addresses of the program's own schemes as Chromium knows them, and back: Chromium accepts no new scheme from outside.

const suffix = '.invalid';

/** `app://song-hanh/x` -> `https://song-hanh.app.invalid/x`; other addresses stay. */
export function toChromium(address: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/s.exec(address) ?? [];
  return scheme === undefined || /^(https?|wss?|file|ftp|devtools)$/.test(scheme)
    ? address
    : `https://${host}.${scheme}${suffix}${rest}`;
}

/** The way back; works for origins as well. */
export function fromChromium(address: string): string {
  return address.replace(
    /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(?=[/?#]|$)/,
    (_all, host: string, scheme: string) => `${scheme}://${host}`,
  );
}
