// A menu of commands beside the thing that they are about: those that can be run now, with their keys.
import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { type Box, placeBeside } from '../ui/place.ts';
import type { Command } from './command.ts';
import { commandWords } from './command-words.ts';
import { commandById } from './commands.ts';
import { runInTurn, useCommandContext } from './run-command.ts';
import './command-menu.css';

interface CommandMenuProps {
  readonly label: string;
  /** Ids of commands in groups, which lines part. */
  readonly groups: readonly (readonly string[])[];
  /** What the menu stands beside, in px of the window. */
  readonly anchor: Box;
  readonly onClose: () => void;
}

export function CommandMenu({ label, groups, anchor, onClose }: CommandMenuProps) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const menu = useRef<HTMLDivElement>(null);
  // As it was when the menu opened: what stands in it must not change under the pointer.
  const [shown] = useState(() =>
    groups
      .map((ids) => ids.map(commandById).filter((command) => command?.enabled(context()) === true))
      .map((commands) => commands.filter((command) => command !== undefined))
      .filter((commands) => commands.length > 0),
  );
  const [first] = useState(anchor);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element) {
      if (!element.matches(':popover-open')) {
        element.showPopover(); // React's strict mode comes here twice
      }
      const { width, height } = element.getBoundingClientRect();
      const window = { width: innerWidth, height: innerHeight };
      const { left, top } = placeBeside(first, { width, height }, window);
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
      element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    }
  }, [first]);
  const choose = (command: Command) => {
    menu.current?.hidePopover();
    flushSync(onClose);
    runInTurn(command, context);
  };
  const press = (event: React.KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const next = itemFor(event.key, items);
    if (next) {
      next.focus();
      event.preventDefault();
    } else if (event.key === 'Tab') {
      menu.current?.hidePopover();
    }
  };
  return (
    <div
      ref={menu}
      popover="auto"
      className="command-menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={press}
      onToggle={({ newState }) => {
        if (newState === 'closed') {
          onClose();
        }
      }}
    >
      {shown.map((commands) => (
        // biome-ignore lint/a11y/useSemanticElements: a group within a menu
        <div key={commands[0]?.id} role="group" className="command-menu-group">
          {commands.map((command) => (
            <button
              key={command.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="command-menu-item"
              onPointerEnter={({ currentTarget }) => currentTarget.focus()}
              onClick={() => choose(command)}
            >
              <span>{commandWords(t, command)}</span>
              {command.keys[0] !== undefined && <KeyCaps keys={command.keys[0]} />}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The item that a key moves to from the one that has the focus. */
function itemFor(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = items.findIndex((item) => item.matches(':focus'));
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}
