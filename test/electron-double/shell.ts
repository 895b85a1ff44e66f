// `shell`: what would have been opened outside is kept.
import { answerRequest } from './control.ts';

const opened: string[] = [];

export const shell = {
  openExternal: async (address: string) => void opened.push(address),
};

answerRequest('shell.opened', () => opened);
