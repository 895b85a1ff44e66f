// `dialog`: asked questions are kept, answers come from the test.
import { answerRequest, tell } from './control.ts';

/** What a test lets the reader answer to the next dialog; without one, the reader cancels. */
export interface DialogAnswer {
  /** The index of a message box's button. */
  readonly response?: number;
  readonly filePaths?: readonly string[];
}

/** A dialog that main showed. */
export interface ShownDialog {
  readonly kind: 'message' | 'open' | 'error';
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

const answers: DialogAnswer[] = [];
const shown: ShownDialog[] = [];

answerRequest<readonly DialogAnswer[]>('dialog.answers', (given) => void answers.push(...given));
answerRequest('dialog.shown', () => shown);

function show(dialog: Partial<ShownDialog> & Pick<ShownDialog, 'kind'>): void {
  const whole = { message: '', detail: '', buttons: [], ...dialog };
  shown.push(whole);
  tell('dialog', whole);
}

interface MessageBoxOptions {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

interface OpenOptions {
  readonly title?: string;
  readonly defaultPath?: string;
}

/** Both are called with or without a window first. */
function optionsOf<Options>(args: readonly unknown[]): Options {
  return args.at(-1) as Options;
}

export const dialog = {
  showMessageBox: async (...args: readonly unknown[]) => {
    const { message, detail = '', buttons = [], cancelId = 0 } = optionsOf<MessageBoxOptions>(args);
    show({ kind: 'message', message, detail, buttons });
    return { response: answers.shift()?.response ?? cancelId, checkboxChecked: false };
  },
  showOpenDialog: async (...args: readonly unknown[]) => {
    const { title = '', defaultPath = '' } = optionsOf<OpenOptions>(args);
    show({ kind: 'open', message: title, detail: defaultPath });
    const filePaths = [...(answers.shift()?.filePaths ?? [])];
    return { canceled: filePaths.length === 0, filePaths };
  },
  showErrorBox: (message: string, detail: string) => show({ kind: 'error', message, detail }),
};
