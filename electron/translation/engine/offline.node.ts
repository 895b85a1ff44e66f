// Shuts the network off for the translator's process, and transformers.js in particular. Models come from disk alone.
import { env, LogLevel } from '@xenova/transformers';

/** Makes every fetch fail from now on; `onAttempt` is told the address of each. */
export function refuseNetwork(onAttempt: (address: string) => void): void {
  const refuse = (target: unknown): Promise<never> => {
    const address = target instanceof Request ? target.url : String(target);
    onAttempt(address);
    return Promise.reject(new Error(`the translator does not use the network (${address})`));
  };
  globalThis.fetch = refuse;
  env.fetch = refuse;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.useCustomCache = false;
  env.useWasmCache = false;
  // Its warnings go to the console, whole input tensors among them.
  env.logLevel = LogLevel.NONE;
}
