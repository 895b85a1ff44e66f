// `webContents`: one page target of Chromium, its frames and its messages.
import { EventEmitter } from 'node:events';
import { fromChromium, toChromium } from './address.ts';
import { tell } from './control.ts';
import type { DevTools, Params } from './devtools.ts';
import { answerInvoke } from './ipc.ts';
import { answerPaused, type PausedRequest } from './requests.ts';
import { permissionAnswers, settablePermissions } from './session.ts';
import { createFrames, type FrameFacts, type WebFrame } from './web-frame.ts';
import {
  bindingName,
  pageWorldScript,
  preloadWorldScript,
  receiverName,
  worldName,
} from './worlds.ts';

export interface WindowOpenDetails {
  readonly url: string;
  readonly frameName: string;
}
type WindowOpenHandler = (details: WindowOpenDetails) => { readonly action: 'allow' | 'deny' };

/** A page target that Chromium has made and holds back until it is set up. */
export interface Target {
  readonly devTools: DevTools;
  readonly targetId: string;
  readonly sessionId: string;
}

/** An isolated world of one frame. */
interface World {
  readonly sessionId: string;
  readonly contextId: number;
  readonly frameId: string;
}

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly #preferences: Readonly<Record<string, unknown>>;
  readonly #preload: string;
  readonly #frames = createFrames();
  readonly #worlds = new Map<string, World>();
  readonly #opened = Promise.withResolvers<Target>();
  #target: Target | null = null;
  #windowOpen: WindowOpenHandler = () => ({ action: 'allow' });
  /** The address that main itself is loading. */
  #ownLoad: string | null = null;
  #loaded = Promise.withResolvers<void>();

  /** `preload` is the script's text. */
  constructor(id: number, preferences: Readonly<Record<string, unknown>>, preload: string) {
    super();
    this.id = id;
    this.#preferences = preferences;
    this.#preload = preload;
  }

  get mainFrame(): WebFrame | null {
    return this.#target === null ? null : this.#frames.get(this.#target.targetId);
  }

  getURL(): string {
    return this.mainFrame?.url ?? '';
  }

  getLastWebPreferences(): Readonly<Record<string, unknown>> {
    return this.#preferences;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpen = handler;
  }

  async loadURL(address: string): Promise<void> {
    await this.#opened.promise;
    this.#ownLoad = address;
    this.#loaded = Promise.withResolvers<void>();
    const { errorText } = await this.#send('Page.navigate', { url: toChromium(address) });
    if (errorText) {
      throw new Error(`${errorText} loading '${address}'`);
    }
    await this.#loaded.promise;
  }

  reload(): void {
    this.#ownLoad = this.getURL();
    this.once('did-finish-load', () => tell('page-loaded-again', this.id));
    void this.#send('Page.reload');
  }

  send(channel: string, ...args: readonly unknown[]): void {
    const text = JSON.stringify({ kind: 'sent', channel, args: structuredClone(args) });
    for (const world of this.#worlds.values()) {
      if (world.frameId === this.#target?.targetId) {
        void this.#deliver(text, world);
      }
    }
  }

  /** Whether the page's navigation to an address is main's own doing; asked once for each. */
  isLoadOfMain(address: string): boolean {
    const isOwn = this.#ownLoad === address;
    this.#ownLoad = isOwn ? null : this.#ownLoad;
    return isOwn;
  }

  /** Asks main for every permission that Chromium has a setting for, and sets its answer. */
  async setPermissions(origin: string): Promise<void> {
    for (const [name, electronName] of settablePermissions) {
      const { requested, checked } = await permissionAnswers(this, electronName);
      const setting = requested && checked ? 'granted' : 'denied';
      const permission = { name };
      await this.#target?.devTools.send('Browser.setPermission', { permission, setting, origin });
    }
  }

  /** Gives a new page its scripts and lets it run. */
  async attach(target: Target): Promise<void> {
    this.#target = target;
    await this.#prepare(target.sessionId);
    const channel = `electron-double-${crypto.randomUUID()}`;
    const scripts = [
      { source: pageWorldScript(channel) },
      { source: preloadWorldScript(channel, this.#preload), worldName },
    ];
    for (const script of scripts) {
      await this.#send('Page.addScriptToEvaluateOnNewDocument', script);
    }
    const { frameTree } = await this.#send('Page.getFrameTree');
    this.#frames.update((frameTree as { readonly frame: FrameFacts }).frame);
    await this.#send('Runtime.runIfWaitingForDebugger');
    this.#opened.resolve(target);
  }

  /** Takes an event of one of the page's sessions. */
  onEvent(method: string, params: Params, sessionId: string): void {
    switch (method) {
      case 'Runtime.executionContextCreated': {
        const { id, name, auxData } = params['context'] as {
          readonly id: number;
          readonly name: string;
          readonly auxData: { readonly frameId: string };
        };
        if (name === worldName) {
          const { frameId } = auxData;
          this.#worlds.set(`${sessionId}/${id}`, { sessionId, contextId: id, frameId });
        }
        break;
      }
      case 'Runtime.executionContextDestroyed':
        this.#worlds.delete(`${sessionId}/${params['executionContextId']}`);
        break;
      case 'Runtime.executionContextsCleared':
        this.#forgetWorlds(sessionId);
        break;
      case 'Runtime.bindingCalled': {
        const world = this.#worlds.get(`${sessionId}/${params['executionContextId']}`);
        if (world !== undefined && params['name'] === bindingName) {
          void this.#onMessage(String(params['payload']), world);
        }
        break;
      }
      case 'Fetch.requestPaused':
        // The protocol's own words for this event.
        this.#report(
          answerPaused(this, params as unknown as PausedRequest, (name, given) =>
            this.#send(name, given, sessionId),
          ),
        );
        break;
      case 'Page.frameNavigated':
        this.#frames.update(params['frame'] as FrameFacts);
        break;
      case 'Page.frameAttached': {
        const [id, parentId] = [String(params['frameId']), String(params['parentFrameId'])];
        this.#frames.update({ id, parentId, url: '', securityOrigin: '://' });
        break;
      }
      case 'Page.frameDetached':
        if (params['reason'] === 'remove') {
          this.#frames.remove(String(params['frameId']));
        }
        break;
      case 'Page.loadEventFired':
        this.#loaded.resolve();
        this.emit('did-finish-load', {});
        break;
      case 'Page.windowOpen': {
        const url = fromChromium(String(params['url']));
        const { action } = this.#windowOpen({ url, frameName: String(params['windowName']) });
        if (action === 'allow') {
          process.stderr.write('double: a page opens no windows here, whatever main says\n');
        }
        break;
      }
      case 'Inspector.targetCrashed':
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
        break;
      case 'Target.attachedToTarget': {
        // A frame of another site, or a worker: what it requests is asked about as well.
        const child = String(params['sessionId']);
        const { type } = params['targetInfo'] as { readonly type: string };
        const prepared = type === 'iframe' ? this.#prepare(child) : Promise.resolve();
        this.#report(prepared.then(() => this.#send('Runtime.runIfWaitingForDebugger', {}, child)));
        break;
      }
    }
  }

  async #onMessage(text: string, world: World): Promise<void> {
    const { id, channel, args } = JSON.parse(text) as {
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    };
    const event = { sender: this, senderFrame: this.#frames.get(world.frameId) };
    const answer = await answerInvoke(event, channel, args);
    await this.#deliver(JSON.stringify({ ...answer, kind: 'answer', id }), world);
  }

  /** A message to a page that is just going away is lost, as it is in Electron. */
  #deliver(text: string, { sessionId, contextId }: World): Promise<unknown> {
    const expression = `globalThis.${receiverName}?.(${JSON.stringify(text)})`;
    return this.#send('Runtime.evaluate', { expression, contextId }, sessionId).catch(() => null);
  }

  async #prepare(sessionId: string): Promise<void> {
    const commands: readonly (readonly [string, Params])[] = [
      ['Runtime.enable', {}],
      ['Page.enable', {}],
      ['Inspector.enable', {}],
      ['Fetch.enable', { patterns: [{ urlPattern: '*' }] }],
      ['Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }],
      ['Runtime.addBinding', { name: bindingName, executionContextName: worldName }],
    ];
    for (const [method, params] of commands) {
      await this.#send(method, params, sessionId);
    }
  }

  #forgetWorlds(sessionId: string): void {
    for (const [key, world] of this.#worlds) {
      if (world.sessionId === sessionId) {
        this.#worlds.delete(key);
      }
    }
  }

  #send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    if (this.#target === null) {
      return Promise.reject(new Error('the window has no page yet'));
    }
    return this.#target.devTools.send(method, params, sessionId ?? this.#target.sessionId);
  }

  /** Chromium forgets the requests and frames of a page that is going away, and says so. */
  #report(work: Promise<unknown>): void {
    work.catch((error: unknown) => process.stderr.write(`double: ${error}\n`));
  }
}
