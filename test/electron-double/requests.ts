// The requests of a page: main is asked about each, as navigation, as request, and as handler of its scheme.
import { fromChromium } from './address.ts';
import type { Params } from './devtools.ts';
import { mayNavigate } from './navigation.ts';
import { handlerOf } from './protocol.ts';
import { mayRequest } from './session.ts';
import type { WebContents } from './web-contents.ts';

/** `Fetch.requestPaused`. */
export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    /** With its `#`; the address above is without. */
    readonly urlFragment?: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

/** Lets a request go, answers it, or ends it. `send` speaks to the session that it was paused in. */
export async function answerPaused(
  contents: WebContents,
  paused: PausedRequest,
  send: (method: string, params: Params) => Promise<Params>,
): Promise<void> {
  const { requestId, resourceType, request } = paused;
  const { method, headers, postData } = request;
  const url = fromChromium(request.url);
  const refuse = (errorReason: string) => send('Fetch.failRequest', { requestId, errorReason });
  if (resourceType === 'Document' && !(await mayLoad(contents, paused, url))) {
    await refuse('Aborted');
    return;
  }
  if (!(await mayRequest({ url, method, resourceType, webContents: contents }))) {
    await refuse('BlockedByClient');
    return;
  }
  const handler = handlerOf(url);
  if (handler === undefined) {
    const isOfTheWeb = url === request.url;
    await (isOfTheWeb ? send('Fetch.continueRequest', { requestId }) : refuse('Failed'));
    return;
  }
  const body = postData === undefined ? {} : { body: postData };
  const response = await handler(new Request(url, { method, headers, ...body }));
  const bytes = Buffer.from(await response.arrayBuffer());
  await send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: bytes.toString('base64'),
  });
}

async function mayLoad(
  contents: WebContents,
  paused: PausedRequest,
  url: string,
): Promise<boolean> {
  const isMainFrame = contents.mainFrame?.frameToken === paused.frameId;
  if (isMainFrame && contents.isLoadOfMain(url)) {
    await contents.setPermissions(new URL(paused.request.url).origin);
    return true;
  }
  const isRedirect = paused.redirectedRequestId !== undefined;
  const address = url + (paused.request.urlFragment ?? '');
  return mayNavigate(contents, { url: address, isMainFrame, isRedirect });
}
