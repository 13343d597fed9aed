import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { formatCell, type CellRef } from '../../../core/sheet';
import type { Conversion, ConversionNote } from '../../../functions/conversion';
import { fill } from '../../../i18n/fill';
import type { FormulaCommand, FormulaOutcome } from '../../../session';
import { useSession, useSessionState } from '../../context';
import { formulaWords, type FormulaWords } from './formula-words';

type Refusal = Extract<Conversion, { ok: false }>;

interface Done {
  readonly command: FormulaCommand;
  readonly outcome: FormulaOutcome<ConversionNote, string>;
}

const COMMANDS: readonly FormulaCommand[] = ['native', 'values', 'back'];

/** What is done with the PERF formulas of the sheet as a whole: before a file goes to someone without the add-in. */
export function FormulaMenu({ className }: { readonly className: string }): ReactNode {
  const session = useSession();
  const locale = useSessionState((state) => state.locale);
  const words = formulaWords(locale);
  const [done, setDone] = useState<Done | null>(null);

  const run = async (command: FormulaCommand): Promise<void> => {
    const [{ toNative }, { reasonText }] = await Promise.all([
      import('../../../functions/conversion'),
      import('../../../functions/wording'),
    ]);
    const sentence = (refusal: Refusal): string =>
      refusal.reason === 'error'
        ? reasonText(refusal.error, locale)
        : fill(words.refused[refusal.reason], refusal.data, locale);
    const outcome = await session.convertFormulas<ConversionNote, string>({
      command,
      scope: null,
      label: words.command[command],
      translate: (formula, sheet) => {
        const result = toNative(formula, sheet);
        return result.ok ? result : { ok: false, refusal: sentence(result) };
      },
    });
    // Where nothing came of it, the pane's own bar says why.
    if (outcome) setDone({ command, outcome });
  };

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={className}
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={words.menu}
            title={words.menu}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {COMMANDS.map((command) => (
              <MenuItem key={command} onClick={() => void run(command)}>
                {words.command[command]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {done && <Outcome done={done} words={words} onClose={() => setDone(null)} />}
    </>
  );
}

interface OutcomeProps {
  readonly done: Done;
  readonly words: FormulaWords;
  onClose(): void;
}

function Outcome({ done: { command, outcome }, words, onClose }: OutcomeProps): ReactNode {
  const { changed, left } = outcome;
  const locale = useSessionState((state) => state.locale);
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
