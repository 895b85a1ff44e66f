// The native menu. Its items send the page's own commands; only editing and window roles are Electron's.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { PhraseKey, Phrases } from '../language/phrases.ts';

type Item = MenuItemConstructorOptions;

/** `send` tells the page of a command by its id. */
export function buildMenu(phrases: Phrases, send: (command: string) => void): Menu {
  const command = (id: string, label: PhraseKey, accelerator?: string): Item => ({
    id,
    label: phrases(label),
    click: () => send(id),
    // The page hears the keys itself, so that they mean the same in every shell; the menu only shows them.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const role = (name: NonNullable<Item['role']>, label: PhraseKey): Item => ({
    role: name,
    label: phrases(label),
  });
  const menu = (label: PhraseKey, submenu: Item[]): Item => ({ label: phrases(label), submenu });
  const separator: Item = { type: 'separator' };
  const isMac = process.platform === 'darwin';
  const about = command('help.about', 'menu.about');

  const program: Item = {
    label: app.name,
    submenu: [
      about,
      separator,
      role('hide', 'menu.hide'),
      role('hideOthers', 'menu.hideOthers'),
      role('unhide', 'menu.showAll'),
      separator,
      role('quit', 'menu.quit'),
    ],
  };
  const file = menu('menu.file', [
    command('file.add-model', 'menu.addModel'),
    separator,
    isMac ? role('close', 'menu.closeWindow') : role('quit', 'menu.quit'),
  ]);
  const edit = menu('menu.edit', [
    command('edit.undo', 'menu.undo', 'CommandOrControl+Z'),
    command('edit.redo', 'menu.redo', 'CommandOrControl+Shift+Z'),
    separator,
    role('cut', 'menu.cut'),
    role('copy', 'menu.copy'),
    role('paste', 'menu.paste'),
    role('selectAll', 'menu.selectAll'),
  ]);
  const view = menu('menu.view', [
    command('view.find', 'menu.find', 'CommandOrControl+F'),
    command('view.palette', 'menu.palette', 'CommandOrControl+K'),
    separator,
    command('view.layout-columns', 'menu.columns'),
    command('view.layout-rows', 'menu.rows'),
    command('view.layout-interleaved', 'menu.interleaved'),
    command('view.layout-single', 'menu.single'),
    separator,
    command('view.larger-text', 'menu.largerText'),
    command('view.smaller-text', 'menu.smallerText'),
    separator,
    role('togglefullscreen', 'menu.fullScreen'),
  ]);
  const links = menu('menu.links', [
    command('link.make', 'menu.link'),
    command('link.confirm', 'menu.confirmLink'),
    command('link.reject', 'menu.rejectLink'),
    command('link.lock', 'menu.lockLink'),
    command('link.remove', 'menu.unlink'),
    separator,
    command('review.next', 'menu.nextDoubtful'),
    command('review.previous', 'menu.previousDoubtful'),
    command('review.accept', 'menu.acceptAndGoOn'),
    command('review.reject', 'menu.rejectAndGoOn'),
    command('review.confirm-sure', 'menu.confirmSure'),
    separator,
    command('sentence.split', 'menu.splitSentence'),
    command('sentence.merge', 'menu.mergeSentences'),
    command('sentence.correct', 'menu.correctSentence'),
    separator,
    command('review.align', 'menu.align'),
    command('review.suggest', 'menu.suggest'),
    command('review.alignments', 'menu.alignments'),
  ]);
  const window = menu('menu.window', [
    role('minimize', 'menu.minimise'),
    role('zoom', 'menu.zoom'),
    role('close', 'menu.closeWindow'),
  ]);
  const help = menu('menu.help', [
    command('view.shortcuts', 'menu.shortcuts'),
    ...(isMac ? [] : [about]),
  ]);
  return Menu.buildFromTemplate([
    ...(isMac ? [program] : []),
    file,
    edit,
    view,
    links,
    window,
    help,
  ]);
}
