// Running commands from buttons, keys and the native menu, with the context they need.
import { createContext, useContext } from 'react';
import { isSettled, whenSettled } from '../api/settled.ts';
import { type Command, type CommandContext, refuse } from './command.ts';
import { commandById } from './commands.ts';

const CurrentContext = createContext<(() => CommandContext) | null>(null);
export const CommandContextProvider = CurrentContext.Provider;

/** Answers the context of the moment when it is called, not of the last drawing. */
export function useCommandContext(): () => CommandContext {
  const current = useContext(CurrentContext);
  if (current === null) {
    throw new Error('no command context above this component');
  }
  return current;
}

/** Runs a command by its id where it can be run now. */
export function useRunCommand(): (id: string) => void {
  const current = useCommandContext();
  return (id) => {
    const command = commandById(id);
    if (command) {
      runInTurn(command, current);
    }
  };
}

/** What waits for its turn, by the function that answers the context of its window. */
const waiting = new WeakMap<() => CommandContext, Promise<void>>();

/**
 * Whether the command could run and did, or will. One that acts on what the core holds waits while an earlier one is
 * under way, and whatever is asked after it waits with it: keys faster than the core do what they would do slowly.
 */
export function runInTurn(command: Command, current: () => CommandContext): boolean {
  const context = current();
  const before = waiting.get(current);
  // What has arrived may not be drawn yet: one that cannot run is asked again after that.
  const isReady = command.inTurn !== true || (isSettled(context) && command.enabled(context));
  if (before === undefined && isReady) {
    return runCommand(command, context);
  }
  const turn = (before ?? Promise.resolve())
    .then(() => (command.inTurn ? whenSettled(context) : undefined))
    .then(() => {
      runCommand(command, current());
    })
    .finally(() => {
      if (waiting.get(current) === turn) {
        waiting.delete(current);
      }
    });
  waiting.set(current, turn);
  return true;
}

/** Whether the command could run and did. Why it could not is said, until another does. */
export function runCommand(command: Command, context: CommandContext): boolean {
  const { store, t } = context;
  if (!command.enabled(context)) {
    const refusal = command.refusal?.(context) ?? null;
    if (refusal !== null) {
      refuse(context, t(refusal));
    }
    return false;
  }
  if (store.getState().refusal !== '') {
    store.setState({ refusal: '' });
  }
  command.run(context);
  return true;
}
