import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Question } from './desk-state';
import { withName, type PageText } from './text';

interface QuestionDialogProps {
  readonly question: Question | null;
  readonly name: string;
  readonly text: PageText;
  onAnswer(go: boolean): void;
}

/** What must be known before changes are lost or a new workbook is written. */
export function QuestionDialog({ question, name, text, onAnswer }: QuestionDialogProps): ReactNode {
  if (!question || question.kind === 'recover') return null;
  const words = question.kind === 'discard' ? text.discard : text.newFile;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <p>{withName(words.body, name)}</p>
            {question.kind === 'new-file' && (
              <>
                <p>{text.newFile.losses}</p>
                <ul>
                  {question.losses.map((loss) => (
                    <li key={loss}>{text.loss[loss]}</li>
                  ))}
                </ul>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={() => onAnswer(false)}>
              {words.back}
            </Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {words.go}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
