// The bridge between page and main: one `call`, one `on`, the names of the contract alone. The page never sees
// ipcRenderer or an event object.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Bridge, bridgeName, callChannel, eventChannel } from '../contract/bridge.ts';
import { callNames, type EventName, type Events, eventNames } from '../contract/contract.ts';
import { fail } from '../contract/result.ts';

const bridge: Bridge = {
  call: async (name, input) => {
    // The page is not trusted to keep to the types.
    return callNames.includes(name)
      ? ipcRenderer.invoke(callChannel, name, input)
      : fail('invalid-request', { call: String(name), detail: 'unknown call' });
  },
  on: <Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) => {
    if (!eventNames.includes(name)) {
      return () => undefined;
    }
    const forward = (_event: IpcRendererEvent, told: EventName, payload: Events[Name]): void => {
      if (told === name) {
        listener(payload);
      }
    };
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
