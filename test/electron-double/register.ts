// Preloaded (`node --import`) into the process that plays Electron's main process.
import { registerHooks } from 'node:module';

const electron = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: electron, shortCircuit: true } : next(specifier, context),
});

Object.assign(process, { type: 'browser' });
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true });
