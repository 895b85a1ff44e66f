// Running commands from buttons, keys and the native menu, with the context they need.
import { createContext, useContext } from 'react';
import type { Command, CommandContext } from './command.ts';
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
      runCommand(command, current());
    }
  };
}

/** Whether the command could run and did. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (!command.enabled(context)) {
    return false;
  }
  command.run(context);
  return true;
}
