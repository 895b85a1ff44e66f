// `BrowserWindow`: a page of Chromium with the bounds and the life of a window.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app, type Closable, openWindows, windowClosed } from './app.ts';
import { chromium } from './chromium.ts';
import { answerRequest, tell } from './control.ts';
import type { DevTools, Params } from './devtools.ts';
import type { Area } from './options.ts';
import { WebContents } from './web-contents.ts';

interface WindowOptions extends Partial<Area> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string };
}

/** Electron's defaults. */
const defaultPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: true,
};

const windows: BrowserWindow[] = [];
let lastId = 0;

export class BrowserWindow extends EventEmitter implements Closable {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #preferences: Readonly<Record<string, unknown>>;
  readonly #title: string;
  #bounds: Area;
  #isVisible: boolean;
  #isMaximised = false;
  /** Settles when Chromium has moved the window as it was last told. */
  #moved: Promise<void> = Promise.resolve();
  #isDestroyed = false;
  #target: { readonly devTools: DevTools; readonly targetId: string } | null = null;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return windows.at(-1) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.find((window) => window.webContents === contents) ?? null;
  }

  constructor(options: WindowOptions = {}) {
    super();
    const preferences = { ...defaultPreferences, ...options.webPreferences };
    if (!preferences.sandbox || !preferences.contextIsolation || preferences.nodeIntegration) {
      throw new Error('the double runs sandboxed and isolated pages alone');
    }
    lastId += 1;
    this.id = lastId;
    this.#preferences = preferences;
    this.#title = options.title ?? app.name;
    this.#isVisible = options.show ?? true;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    const { preload } = options.webPreferences ?? {};
    const script = preload === undefined ? '' : readFileSync(preload, 'utf8');
    this.webContents = new WebContents(lastId, preferences, script);
    windows.push(this);
    openWindows.add(this);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    app.emit('web-contents-created', {}, this.webContents);
    openPage(this).catch((error: unknown) => {
      process.stderr.write(`double: ${error}\n`);
      app.exit(1);
    });
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  /** Chromium has made the page. */
  async opened(devTools: DevTools, targetId: string, sessionId: string): Promise<void> {
    this.#target = { devTools, targetId };
    await this.webContents.attach({ devTools, targetId, sessionId });
    await this.#applyBounds();
  }

  /** Chromium's page has gone, whoever closed it. */
  gone(): void {
    if (this.#isDestroyed) {
      return;
    }
    this.#isDestroyed = true;
    windows.splice(windows.indexOf(this), 1);
    this.emit('closed');
    windowClosed(this);
  }

  get targetId(): string | null {
    return this.#target?.targetId ?? null;
  }

  async tryClose(): Promise<boolean> {
    let prevented = false;
    this.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (prevented) {
      return false;
    }
    await this.#moved;
    const closed = new Promise<void>((resolve) => this.once('closed', () => resolve()));
    const { devTools, targetId } = this.#target ?? {};
    if (devTools === undefined) {
      this.gone();
    } else {
      await devTools.send('Target.closeTarget', { targetId });
    }
    await closed;
    return true;
  }

  close(): void {
    void this.tryClose();
  }

  isDestroyed = (): boolean => this.#isDestroyed;
  isVisible = (): boolean => this.#isVisible;
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => this.#isMaximised;
  isFullScreen = (): boolean => false;
  getTitle = (): string => this.#title;
  getBounds = (): Area => this.#bounds;
  getNormalBounds = (): Area => this.#bounds;
  restore = (): void => undefined;

  focus(): void {
    this.emit('focus');
    tell('window-focused', this.id);
  }

  maximize(): void {
    this.#isMaximised = true;
    this.emit('maximize');
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
    tell('window-shown', this.id);
  }

  setBounds(bounds: Area): void {
    this.#bounds = { ...bounds };
    this.#moved = this.#applyBounds();
    this.emit('resize');
    this.emit('move');
  }

  /** What a test may know of the window. */
  facts(): object {
    return {
      id: this.id,
      bounds: this.#bounds,
      visible: this.#isVisible,
      maximised: this.#isMaximised,
      preferences: this.#preferences,
    };
  }

  async #applyBounds(): Promise<void> {
    const { width, height } = this.#bounds;
    const { devTools, targetId } = this.#target ?? {};
    if (devTools === undefined) {
      return;
    }
    const { windowId } = await devTools.send('Browser.getWindowForTarget', { targetId });
    await devTools.send('Browser.setContentsSize', { windowId, width, height });
  }
}

/** Pages that Chromium holds back, by target; each becomes a window's, or is closed. */
const waiting = new Map<string, string>();
const ofSession = new Map<string, BrowserWindow>();
let listening = false;
let creating = 0;

async function openPage(window: BrowserWindow): Promise<void> {
  const devTools = await chromium(app.getPath('sessionData'));
  if (!listening) {
    listening = true;
    devTools.onEvent((method, params, sessionId) => route(devTools, method, params, sessionId));
    await devTools.send('Target.setDiscoverTargets', { discover: true });
    await devTools.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
  }
  creating += 1;
  const { width, height } = window.getBounds();
  const created = await devTools.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width,
    height,
  });
  creating -= 1;
  const targetId = String(created['targetId']);
  const sessionId = await sessionOf(targetId);
  ofSession.set(sessionId, window);
  await window.opened(devTools, targetId, sessionId);
}

async function sessionOf(targetId: string): Promise<string> {
  for (;;) {
    const sessionId = waiting.get(targetId);
    if (sessionId !== undefined) {
      waiting.delete(targetId);
      return sessionId;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function route(
  devTools: DevTools,
  method: string,
  params: Params,
  sessionId: string | undefined,
): void {
  if (sessionId !== undefined) {
    const window = ofSession.get(sessionId);
    if (window && method === 'Target.attachedToTarget') {
      ofSession.set(String(params['sessionId']), window);
    }
    window?.webContents.onEvent(method, params, sessionId);
    return;
  }
  if (method === 'Target.attachedToTarget') {
    const { targetId, type } = params['targetInfo'] as { targetId: string; type: string };
    const attached = String(params['sessionId']);
    if (type !== 'page') {
      void devTools.send('Runtime.runIfWaitingForDebugger', {}, attached);
    } else if (creating > 0) {
      waiting.set(targetId, attached);
    } else {
      // No window of main's asked for it: the page did (window.open, target=_blank).
      void devTools.send('Target.closeTarget', { targetId });
    }
  } else if (method === 'Target.targetDestroyed') {
    BrowserWindow.getAllWindows()
      .find((window) => window.targetId === params['targetId'])
      ?.gone();
  }
}

function windowOf(id: number): BrowserWindow {
  const window = windows.find((each) => each.id === id);
  if (window === undefined) {
    throw new Error(`there is no window ${id}`);
  }
  return window;
}

answerRequest('windows', () => windows.map((window) => window.facts()));
answerRequest<number>('window.close', (id) => windowOf(id).tryClose());
answerRequest<number>('window.reload', (id) => windowOf(id).webContents.reload());
answerRequest<{ id: number; bounds: Area }>('window.setBounds', ({ id, bounds }) =>
  windowOf(id).setBounds(bounds),
);
