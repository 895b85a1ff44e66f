// Preloaded into a utility process: Node's channel to the parent as Electron's `process.parentPort`.
import { EventEmitter } from 'node:events';

const send = process.send?.bind(process);
const waiting: unknown[] = [];
const port = new EventEmitter();
const deliver = (data: unknown): void => {
  if (port.listenerCount('message') === 0) {
    waiting.push(data); // the module has not asked for messages yet
  } else {
    port.emit('message', { data, ports: [] });
  }
};
port.on('newListener', (name) => {
  if (name === 'message') {
    setImmediate(() => {
      for (const data of waiting.splice(0)) {
        port.emit('message', { data, ports: [] });
      }
    });
  }
});
process.on('message', deliver);
process.on('disconnect', () => process.exit(0));

// A utility process has no channel of Node's.
Object.defineProperty(process, 'send', { value: undefined });
Object.assign(process, {
  type: 'utility',
  parentPort: Object.assign(port, { postMessage: (message: unknown) => void send?.(message) }),
});
