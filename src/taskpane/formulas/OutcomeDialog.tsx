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
import { formatCell, type CellRef } from '../../core/sheet';
import { fill } from '../../i18n/fill';
import { useLocale } from '../context';
import type { Converted } from './conversion';
import { formulaWords } from './words';

interface Props {
  readonly done: Converted | null;
  onClose(): void;
}

/** What was done to the formulas, what was left alone and why, and what no longer follows the sheet. */
export function OutcomeDialog({ done, onClose }: Props): ReactNode {
  const locale = useLocale();
  if (!done) return null;
  const words = formulaWords(locale);
  const { command, outcome } = done;
  const { changed, left } = outcome;
  const noted = byText(changed.flatMap(({ cell, notes }) => notes.map((note) => [cell, words.note[note]] as const)));
  const alone = byText(
    left.map(({ cell, why }) => [cell, why.kind === 'refused' ? why.refusal : words.left[why.kind]] as const),
  );
  const nothing = changed.length === 0 && left.length === 0;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.command[command]}</DialogTitle>
          <DialogContent>
            {nothing && <p>{words.nothing[command]}</p>}
            {changed.length > 0 && <p>{fill(words.changed[command], { count: changed.length }, locale)}</p>}
            <Lines title={words.leftAlone} lines={alone} />
            <Lines title={words.noted} lines={noted} />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** One line a sentence, its cells before it. */
function byText(items: readonly (readonly [CellRef, string])[]): string[] {
  const cells = new Map<string, string[]>();
  for (const [cell, text] of items) cells.set(text, [...(cells.get(text) ?? []), formatCell(cell)]);
  return [...cells].map(([text, places]) => `${places.join(' ')} ${text}`);
}
