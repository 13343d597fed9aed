import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { callsAddIn, formatCell, type CellRef } from '../../../core/sheet';
import type { Checked, FormulaCommand } from '../../../session';
import { useLocale } from '../../context';
import { useConverter } from '../../formulas/conversion';
import { OutcomeDialog } from '../../formulas/OutcomeDialog';
import { formulaWords } from '../../formulas/words';

const useStyles = makeStyles({
  list: { margin: '0 0 8px', padding: 0, listStyle: 'none', fontSize: tokens.fontSizeBase200 },
  formula: { margin: 0, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  cell: { color: tokens.colorNeutralForeground3, marginRight: '6px' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '2px 14px', lineHeight: tokens.lineHeightBase300 },
  link: { fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly checked: Checked;
  /** Row of the sheet, from 0. */
  readonly row: number;
}

/** The PERF formulas of a row, and those that were turned into something else, with what can be done to each. */
export function SheetFormulas({ checked, row }: Props): ReactNode {
  const styles = useStyles();
  const words = formulaWords(useLocale());
  const converter = useConverter();
  const found = formulasOf(checked, row);
  return (
    <>
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map(({ cell, text, commands }) => (
            <li key={cell.column}>
              <p className={styles.formula}>
                <span className={styles.cell}>{formatCell(cell)}</span>
                {text}
              </p>
              <div className={styles.links}>
                {commands.map((command) => (
                  <Link
                    key={command}
                    as="button"
                    className={styles.link}
                    onClick={() =>
                      void converter.run(command, checked.sheet, [
                        { top: row, bottom: row, left: cell.column, right: cell.column },
                      ])
                    }
                  >
                    {words.command[command]}
                  </Link>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      <OutcomeDialog done={converter.done} onClose={converter.dismiss} />
    </>
  );
}

interface Found {
  readonly cell: CellRef;
  readonly text: string;
  readonly commands: readonly FormulaCommand[];
}

function formulasOf({ snapshot, converted }: Checked, row: number): readonly Found[] {
  return (snapshot.cells[row] ?? []).flatMap((held, column): Found[] => {
    if (!held) return [];
    const cell = { row, column };
    const text = held.formula ?? held.text;
    if (held.formula !== undefined && callsAddIn(held.formula)) {
      return [{ cell, text, commands: ['native', 'values'] }];
    }
    const back = converted.some((one) => one.row === row && one.column === column);
    return back ? [{ cell, text, commands: ['back'] }] : [];
  });
}
