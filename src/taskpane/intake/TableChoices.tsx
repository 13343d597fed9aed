import { makeStyles, tokens } from '@fluentui/react-components';
import { BookAddRegular, DocumentTableSearchRegular, FormNewRegular, TableAddRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { intakeText } from '../../i18n/intake';
import { MOST_CELLS, plainSheet } from '../../session/plain-sheet';
import { say, useLocale, useSession, useSessionState, useText } from '../context';
import { Note, Section } from '../parts/Screen';
import { askToFill } from '../views/forms/desk';
import { formToRebuild } from '../views/forms/sources';
import { askToTakeIn } from '../views/library/desk';
import { ownLibrary } from '../views/library/own-library';
import { ActionCard } from './ActionCard';
import { FileFindings } from './FileFindings';
import type { FoundTable } from './read';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  option: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    padding: '5px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
  },
  radio: { margin: '3px 0 0', accentColor: tokens.colorCompoundBrandBackground },
  title: {
    display: 'block',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  about: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  one: { margin: '0 0 4px' },
});

interface Props {
  readonly name: string;
  readonly tables: readonly FoundTable[];
  onLeave(): void;
}

/** Which of the tables that were read, and what to do with it. */
export function TableChoices({ name, tables, onLeave }: Props): ReactNode {
  const styles = useStyles();
  const text = intakeText(useLocale());
  const session = useSession();
  const { addSheet } = useSessionState((state) => state.capabilities);
  const writing = useSessionState((state) => state.phase === 'writing');
  const settings = useSessionState((state) => state.settings);
  const [chosen, setChosen] = useState(tables[0]?.key);
  const [checked, setChecked] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const table = tables.find(({ key }) => key === chosen) ?? tables[0];
  if (!table) return null;

  const fillForm = (): void => {
    const { source, key } = table;
    if (!source) return;
    const sources = tables.flatMap((one) => (one.source ? [{ key: one.key, file: name, source: one.source }] : []));
    const form = source.table ? formToRebuild(source.table) : 'project-target';
    onLeave();
    askToFill(session, sources, form, key);
  };
  const toSheet = async (): Promise<void> => {
    const workbook = await session.readWorkbook();
    if (!workbook) return;
    const plain = plainSheet(
      table.sheet,
      workbook.list.map((sheet) => sheet.name),
    );
    if (!plain) {
      setSaid(say(text.sheetTooLarge, { most: MOST_CELLS }));
      return;
    }
    const { edits, sheet, show } = plain;
    if (!(await session.insert(edits, { what: 'sheet-inserted', name: sheet, count: 0, show }))) return;
    onLeave();
    session.show('check');
  };
  const toLibrary = (): void => {
    const { library } = table;
    onLeave();
    askToTakeIn(session, { from: name, read: 'row', ...library, merged: ownLibrary().preview(library.entries) });
  };
  const own = table.library.entries.length > 0 && (
    <ActionCard icon={BookAddRegular} words={text.own} onClick={toLibrary} />
  );
  return (
    <>
      {tables.length === 1 ? (
        <div className={styles.one}>
          <Words table={table} />
        </div>
      ) : (
        <Section title={say(text.tables, { count: tables.length })}>
          <fieldset className={styles.list} aria-label={say(text.tables, { count: tables.length })}>
            {tables.map((one) => (
              <label key={one.key} className={styles.option}>
                <input
                  className={styles.radio}
                  type="radio"
                  name="intake-table"
                  checked={one === table}
                  onChange={() => {
                    setChosen(one.key);
                    setChecked(null);
                    setSaid(null);
                  }}
                />
                <span>
                  <Words table={one} />
                </span>
              </label>
            ))}
          </fieldset>
        </Section>
      )}
      <Section title={text.what}>
        {table.isLibrary && own}
        {table.source && <ActionCard icon={FormNewRegular} words={text.fill} onClick={fillForm} />}
        {addSheet && (
          <ActionCard icon={TableAddRegular} words={text.sheet} disabled={writing} onClick={() => void toSheet()} />
        )}
        {table.source?.table && (
          <ActionCard icon={DocumentTableSearchRegular} words={text.check} onClick={() => setChecked(table.key)} />
        )}
        {!table.isLibrary && own}
        {said !== null && <Note alert>{said}</Note>}
      </Section>
      {checked === table.key && <FileFindings sheet={table.sheet} settings={settings} />}
    </>
  );
}

function Words({ table }: { readonly table: FoundTable }): ReactNode {
  const styles = useStyles();
  const ui = useText();
  const text = intakeText(useLocale());
  const { source, sheet, rows, columns, isLibrary, library } = table;
  const kind = source?.table ? ui.kind[source.table.kind] : null;
  const size = say(text.size, { rows, columns });
  const about = source
    ? [
        source.year === null ? null : say(text.year, { year: source.year }),
        kind,
        say(text.indicators, { count: source.content.indicators.length }),
      ]
    : [isLibrary ? say(text.library, { count: library.entries.length }) : size];
  return (
    <>
      <span className={styles.title}>
        {source?.title.replaceAll(/\s+/gu, '') || say(text.untitled, { sheet: sheet.name })}
      </span>
      <span className={styles.about}>{about.filter(Boolean).join(' · ')}</span>
    </>
  );
}
