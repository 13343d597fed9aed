import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Textarea,
} from '@fluentui/react-components';
import type { ClipboardEvent, ReactNode } from 'react';
import { pastedFrom } from '../taskpane/parts/clipboard';
import type { Desk } from './desk';
import type { PageText } from './text';

interface PasteDialogProps {
  readonly desk: Desk;
  readonly text: PageText;
  readonly open: boolean;
  readonly onClose: () => void;
}

/**
 * 粘贴表格: a box to paste into. Pages may not look into the clipboard by themselves in every browser; what a person
 * pastes they are given at once, with the HTML that holds the merged cells.
 */
export function PasteDialog({ desk, text, open, onClose }: PasteDialogProps): ReactNode {
  const { title, body, label, back } = text.pasteBox;
  const take = (event: ClipboardEvent) => {
    event.preventDefault();
    const pasted = pastedFrom(event.clipboardData);
    onClose();
    if (pasted && 'file' in pasted) desk.open(pasted.file);
    else desk.paste(pasted?.copied ?? { html: '', text: '' });
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <p>{body}</p>
            <Textarea
              autoFocus
              style={{ width: '100%' }}
              rows={5}
              value=""
              placeholder={label}
              aria-label={label}
              onPaste={take}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{back}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
