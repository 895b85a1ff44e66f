// `Menu`: the template is kept; a test reads it and clicks its items.
import { answerRequest } from './control.ts';

interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly submenu?: readonly Template[];
  readonly click?: (item: Template, window: undefined, event: object) => void;
}

/** A menu as a test sees it. */
export interface ShownMenu {
  readonly id: string | null;
  readonly label: string;
  readonly items: readonly ShownMenu[];
}

let current: readonly Template[] = [];

function shown({ id, label, role, submenu = [] }: Template): ShownMenu {
  return { id: id ?? null, label: label ?? role ?? '', items: submenu.map(shown) };
}

function find(items: readonly Template[], id: string): Template | undefined {
  return (
    items.find((item) => item.id === id) ??
    items.map((item) => find(item.submenu ?? [], id)).find((found) => found !== undefined)
  );
}

export const Menu = {
  buildFromTemplate: (template: readonly Template[]) => ({ items: template }),
  setApplicationMenu: (menu: { readonly items: readonly Template[] } | null) => {
    current = menu?.items ?? [];
  },
};

answerRequest('menu.shown', () => current.map(shown));
answerRequest<string>('menu.click', (id) => {
  const item = find(current, id);
  if (item?.click === undefined) {
    throw new Error(`no menu item ${id} to click`);
  }
  item.click(item, undefined, {});
});
