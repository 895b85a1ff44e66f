// The translator's process: takes requests one after the other, keeps the models of the last request in
// memory, and ends with its parent. Under Electron it is a utility process, elsewhere a child process.
import { type LoadedModel, loadModel } from './loaded-model.node.ts';
import {
  type FromTranslator,
  type ModelFiles,
  readToTranslator,
  type ToTranslator,
  type TranslateRequest,
} from './messages.ts';
import { refuseNetwork } from './offline.node.ts';
import { translateTexts } from './translate-texts.node.ts';

/** What Electron's utility process has in place of `process.send`; Node's types do not know it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: FromTranslator): void;
}

/** How often a sign of life is given during long work, in milliseconds. */
const signOfLifeMs = 5_000;

const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };

function send(message: FromTranslator): void {
  if (parentPort) {
    parentPort.postMessage(message);
  } else {
    process.send?.(message);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Those of the last request. */
let loaded: readonly (ModelFiles & { readonly model: Promise<LoadedModel> })[] = [];
const cancelled = new Set<number>();
let lastSignMs = 0;

function giveSign(): void {
  const now = Date.now();
  if (now - lastSignMs >= signOfLifeMs) {
    lastSignMs = now;
    send({ type: 'working' });
  }
}

/** Lets go of the models in memory, but for these. */
async function unloadAllBut(kept: readonly ModelFiles[]): Promise<void> {
  const isKept = (files: ModelFiles) => kept.some((one) => isSame(one, files));
  const going = loaded.filter((model) => !isKept(model));
  loaded = loaded.filter(isKept);
  for (const { model } of going) {
    const ready = await model.catch(() => null); // still on its way, and fails
    await ready?.model.dispose();
  }
}

function isSame(one: ModelFiles, other: ModelFiles): boolean {
  return one.folder === other.folder && one.version === other.version;
}

async function modelOf(files: ModelFiles): Promise<LoadedModel> {
  const known = loaded.find((one) => isSame(one, files));
  if (known !== undefined) {
    return known.model;
  }
  const one = { ...files, model: loadModel(files.folder) };
  loaded = [...loaded, one];
  try {
    return await one.model;
  } catch (error) {
    loaded = loaded.filter((other) => other !== one);
    throw error;
  }
}

/** A model translates without its channel, only a little worse. */
function without(error: unknown): null {
  process.stderr.write(`a channel could not be loaded: ${describe(error)}\n`);
  return null;
}

async function translate(request: TranslateRequest): Promise<void> {
  const { requestId } = request;
  const isCancelled = () => {
    giveSign();
    return cancelled.has(requestId);
  };
  let outcome: 'done' | 'cancelled' = 'cancelled';
  if (!isCancelled()) {
    const { folder, version, channel } = request;
    let model: LoadedModel;
    let channelModel: LoadedModel | null;
    try {
      await unloadAllBut([{ folder, version }, ...(channel === null ? [] : [channel])]);
      const helping = channel === null ? null : modelOf(channel).catch(without);
      model = await modelOf({ folder, version });
      channelModel = await helping;
    } catch (error) {
      send({ type: 'refused', requestId, detail: describe(error) });
      return;
    }
    outcome = await translateTexts(model, {
      channel: channelModel,
      texts: request.texts,
      from: request.from,
      to: request.to,
      cancelled: isCancelled,
      onResults: (results) => send({ type: 'translated', requestId, results: [...results] }),
    });
  }
  send({ type: 'finished', requestId, outcome });
}

let work: Promise<void> = Promise.resolve();

function take(message: ToTranslator): void {
  switch (message.type) {
    case 'cancel':
      cancelled.add(message.requestId);
      return;
    case 'translate':
      work = work.then(() => translate(message));
      break;
    case 'unload':
      work = work.then(async () => {
        await unloadAllBut([]);
        send({ type: 'finished', requestId: message.requestId, outcome: 'done' });
      });
  }
  work = work.then(() => {
    cancelled.delete(message.requestId);
  });
}

function receive(value: unknown): void {
  const message = readToTranslator(value);
  if (message !== null) {
    take(message);
  }
}

/** Ends loudly: the core starts another process and gives it the unfinished work. */
function end(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`, () => {
    process.exit(70);
  });
}

process.on('unhandledRejection', end);
process.on('uncaughtException', end);
refuseNetwork((address) => send({ type: 'network-refused', address }));
if (parentPort) {
  parentPort.on('message', (event) => receive(event.data));
} else {
  process.on('message', receive);
  process.on('disconnect', () => process.exit(0));
}
