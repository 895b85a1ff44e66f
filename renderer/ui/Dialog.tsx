// A dialog over the page: a heading, content that scrolls, a close button.
import { X } from 'lucide-react';
import {
  type ComponentType,
  createContext,
  type PropsWithChildren,
  type ReactNode,
  useContext,
  useId,
} from 'react';
import { IconButton } from './IconButton.tsx';
import { useModal } from './modal.ts';
import './ui.css';

const MessageContext = createContext<ComponentType | null>(null);
/** What every dialog draws below its content: what the page has to say while the dialog lies over it. */
export const DialogMessageProvider = MessageContext.Provider;

interface DialogProps extends PropsWithChildren {
  readonly title: string;
  readonly closeLabel: string;
  /** `wide` for columns. */
  readonly width?: 'narrow' | 'wide';
  /** With nothing but text inside, the focus goes to the text, so that the arrow keys scroll it. */
  readonly content?: 'controls' | 'text';
  /** What stays in sight below the content: the dialog's buttons. */
  readonly footer?: ReactNode;
  /** Whether a click beside it closes it: not where the reader would lose something. */
  readonly closesByClick?: boolean;
  readonly onClose: () => void;
}

export function Dialog({
  title,
  closeLabel,
  width = 'narrow',
  content = 'controls',
  footer,
  closesByClick = true,
  onClose,
  children,
}: DialogProps) {
  const headingId = useId();
  const modal = useModal(onClose, closesByClick);
  const Message = useContext(MessageContext);
  return (
    <dialog {...modal} className="dialog" data-width={width} aria-labelledby={headingId}>
      <h2 id={headingId} className="dialog-title">
        {title}
      </h2>
      {content === 'controls' ? (
        <div className="dialog-body scrolls">{children}</div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        <div className="dialog-body scrolls" role="document" tabIndex={0} data-first-focus>
          {children}
        </div>
      )}
      {Message && <Message />}
      {footer !== undefined && <div className="dialog-footer">{footer}</div>}
      {/* Last, so that the focus begins in the content. */}
      <div className="dialog-close">
        <IconButton label={closeLabel} keys="Escape" onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
    </dialog>
  );
}
