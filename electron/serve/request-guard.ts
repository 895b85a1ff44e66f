// Who may speak to the loopback server: browsers that reached it by its own name, from its own page.

export interface RequestFacts {
  readonly method: string;
  /** Header values, null where the header was not sent. */
  readonly host: string | null;
  readonly origin: string | null;
}

/**
 * Why a request is refused before anything else is looked at, or null. A foreign `Host` is a name that an attacker made
 * to point at this computer (DNS rebinding); a foreign `Origin` is another site's page. Browsers send `Origin` with
 * every POST, so a POST without one is refused as well.
 */
export function refusalOf(
  request: RequestFacts,
  port: number,
): 'foreign-host' | 'foreign-origin' | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (request.host === null || !hosts.includes(request.host)) {
    return 'foreign-host';
  }
  const own = `http://${request.host}`;
  if (request.origin === null ? request.method === 'POST' : request.origin !== own) {
    return 'foreign-origin';
  }
  return null;
}
