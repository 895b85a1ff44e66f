// The one place where the program asks anything of a network: a GET, to listed hosts alone, over TLS alone. Nothing of
// the reader's goes out with it. A test proves that no other file of the core opens a connection.
import { type IncomingMessage, request as insecureRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { type Failure, fail } from '../../contract/result.ts';
import { isListedHost } from './catalogue.ts';

export interface TransferRules {
  /** See {@link isListedHost}. */
  readonly hosts: readonly string[];
  /** Lets `http://127.0.0.1` be asked: for a test's own server, never for a reader. */
  readonly loopbackHttp: boolean;
  /** How long an answer may take to begin. */
  readonly answerTimeoutMs: number;
}

export interface TransferOrder {
  readonly url: string;
  /** What failures call the file. */
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rules: TransferRules;
  readonly signal: AbortSignal;
}

export type TransferOutcome =
  /** Any status but a redirect; the caller reads or destroys the response. */
  | { readonly kind: 'answered'; readonly response: IncomingMessage }
  /**
   * `refused`: by the rules, however often it is asked. `away`: no connection came about, because there is no network,
   * the name is unknown, or nobody is there who proves to be the host. `broken`: one did, but no answer came over it.
   */
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      readonly why: 'refused' | 'away' | 'broken';
    }
  /** The signal was given. */
  | { readonly kind: 'stopped' };

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/** Asks for a file, following redirects within the rules. */
export async function openTransfer(order: TransferOrder): Promise<TransferOutcome> {
  let address = order.url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const url = URL.canParse(address) ? new URL(address) : null;
    const refusal = url === null ? insecure(address) : refusalOf(url, order.rules);
    if (url === null || refusal !== null) {
      return { kind: 'failed', failure: refusal ?? insecure(address), why: 'refused' };
    }
    const outcome = await ask(url, order);
    if (outcome.kind !== 'answered') {
      return outcome;
    }
    const { statusCode = 0, headers } = outcome.response;
    const { location } = headers;
    if (!redirectStatuses.has(statusCode) || location === undefined) {
      return outcome;
    }
    outcome.response.destroy();
    address = URL.canParse(location, url) ? new URL(location, url).href : location;
  }
  const failure = fail('download-redirects', { file: order.file }).error;
  return { kind: 'failed', failure, why: 'refused' };
}

function insecure(address: string): Failure {
  return fail('download-insecure', { address }).error;
}

/** Why an address may not be asked, or null. */
export function refusalOf(url: URL, rules: TransferRules): Failure | null {
  if (rules.loopbackHttp && url.protocol === 'http:' && url.hostname === '127.0.0.1') {
    return null;
  }
  const plain = url.username === '' && url.password === '' && url.port === '';
  if (url.protocol !== 'https:' || !plain) {
    return insecure(`${url.protocol}//${url.host}`);
  }
  return isListedHost(url.hostname, rules.hosts)
    ? null
    : fail('download-host', { host: url.hostname }).error;
}

/** Opens the socket. */
function ask(url: URL, { file, headers, rules, signal }: TransferOrder): Promise<TransferOutcome> {
  return new Promise((resolve) => {
    const options = {
      // A connection of its own, closed afterwards; certificates are checked whatever the environment says.
      agent: false as const,
      signal,
      headers: {
        accept: '*/*',
        'accept-encoding': 'identity',
        'user-agent': 'song-hanh',
        ...headers,
      },
    };
    const request =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, rejectUnauthorized: true })
        : insecureRequest(url, options);
    let isConnected = false;
    request.once('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    const timer = setTimeout(() => request.destroy(new Error('no answer')), rules.answerTimeoutMs);
    request.once('response', (response) => {
      clearTimeout(timer);
      response.on('error', () => undefined); // whoever reads it hears of it
      resolve({ kind: 'answered', response });
    });
    // Stays: a connection may break after the answer has begun, which the response's reader hears of as well.
    request.on('error', (error) => {
      clearTimeout(timer);
      const failure = fail('download-unreachable', {
        file,
        host: url.hostname,
        detail: detailOf(error),
      }).error;
      const why = isConnected ? 'broken' : 'away';
      resolve(signal.aborted ? { kind: 'stopped' } : { kind: 'failed', failure, why });
    });
    request.end();
  });
}

/** Of a host with several addresses each has its own error, and all of them together have no words. */
function detailOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  return error.message === '' && first instanceof Error ? first.message : error.message;
}
