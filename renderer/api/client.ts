// The page's way to the core: one typed `call` and one `on`, whatever shell is behind it.
import { type Bridge, bridgeName } from '../../electron/contract/bridge.ts';
import type {
  CallInput,
  CallName,
  CallValue,
  EventName,
  Events,
} from '../../electron/contract/contract.ts';
import type { Failure, Result } from '../../electron/contract/result.ts';
import { createLoopbackBridge } from './loopback.ts';

export interface Client {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallValue<Name>>>;
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}

/** A failed call as an exception, for code that treats every failure alike. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Types a bridge by the contract. The core checks every input and answers by the same contract. */
export function createClient(bridge: Bridge): Client {
  return {
    call: <Name extends CallName>(name: Name, input: CallInput<Name>) =>
      bridge.call(name, input) as Promise<Result<CallValue<Name>>>,
    on: bridge.on,
  };
}

/** The bridge that Electron's preload left in the window, or else the loopback shell's over HTTP. */
export function findBridge(): Bridge {
  const found: unknown = Reflect.get(window, bridgeName);
  return found ? (found as Bridge) : createLoopbackBridge();
}

/** The value that a call answers; throws a {@link CallFailure}. */
export async function answerOf<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const settled = await result;
  if (!settled.ok) {
    throw new CallFailure(settled.error);
  }
  return settled.value;
}
