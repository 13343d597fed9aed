import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useContext, useMemo, useState, type ReactNode } from 'react';
import { formatCell, type CellRef } from '../../../core/sheet';
import {
  LAYOUTS,
  parseLayout,
  toLayout,
  toTabbed,
  type ImportLayout,
  type LayoutProblem,
} from '../../../core/templates/layouts';
import { formsText } from '../../../i18n/forms';
import { say, useLocale, useSession } from '../../context';
import { DownloadsContext } from '../../parts/downloads';
import { FileButton } from '../../parts/FileButton';
import { copyText, saveFile, textOf } from '../../parts/files';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { useFormsDesk } from './desk';
import { dropLayout, takeLayout, useLayouts, useOwnLayouts } from './own-layouts';
import type { KeyedSource, Sources } from './sources';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '6px 0' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  problem: {
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  cell: { minWidth: 0, padding: '0 4px', color: tokens.colorBrandForegroundLink },
  window: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxHeight: '260px',
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
    '& td, & th': {
      padding: '2px 6px',
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      maxWidth: '220px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      textAlign: 'left',
    },
    '& th': { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  },
});

const JSON_TYPE = 'application/json';
const JSON_FILES = `.json,${JSON_TYPE}`;

/** 复制为系统导入格式: what the system would refuse, with its cells, and the rows as it takes them. */
export default function LayoutScreen({ sources }: { readonly sources: Sources }): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = formsText(locale);
  const words = text.layout;
  const [, change] = useFormsDesk();
  const downloads = useContext(DownloadsContext);
  const layouts = useLayouts();
  const own = useOwnLayouts();
  const [id, setId] = useState(layouts[0]?.id ?? '');
  const [told, setTold] = useState<string | null>(null);
  const [byHand, setByHand] = useState<string | null>(null);
  const layout = layouts.find((one) => one.id === id) ?? (LAYOUTS[0] as ImportLayout);
  const source = sources.current;
  const exported = useMemo(() => (source ? toLayout(layout, source.content.indicators) : null), [layout, source]);
  const title = (one: ImportLayout): string => (locale === 'zh-CN' ? one.title.zh : one.title.en);

  const copy = async (): Promise<void> => {
    if (!exported) return;
    const tabbed = toTabbed(exported.rows);
    const done = await copyText(tabbed);
    setByHand(done ? null : tabbed);
    setTold(done ? say(words.copied, { count: source?.content.indicators.length ?? 0 }) : words.notCopied);
  };

  const takeIn = async (file: File): Promise<void> => {
    let value: unknown;
    try {
      value = JSON.parse(await textOf(file));
    } catch {
      setTold(say(words.notJson, { name: file.name }));
      return;
    }
    const parsed = parseLayout(value);
    if (!parsed.ok) {
      setTold(say(words.notLayout, { name: file.name, at: parsed.at || words.whole }));
      return;
    }
    const { layout: kept, stored } = takeLayout(parsed.layout);
    setId(kept.id);
    setTold(say(stored ? words.taken : words.takenNotKept, { name: title(kept) }));
  };

  const giveOut = (): void => {
    const json = `${JSON.stringify(layout, null, 2)}\n`;
    if (downloads) saveFile(json, `${title(layout)}.json`, JSON_TYPE);
    else setByHand(json);
  };

  return (
    <>
      <ScreenHead title={words.title} back={text.back} onBack={() => change({ screen: 'list', from: 'layout' })} />
      <ScreenBody>
        {!source || !exported ? (
          <Note>{words.noTable}</Note>
        ) : (
          <>
            <Section>
              <Field label={words.system} size="small" hint={words.systemHint}>
                <Select size="small" value={layout.id} onChange={(_event, { value }) => setId(value)}>
                  {layouts.map((one) => (
                    <option key={one.id} value={one.id}>
                      {title(one)}
                    </option>
                  ))}
                </Select>
              </Field>
              <div className={styles.row}>
                <FileButton accept={JSON_FILES} onFile={(file) => void takeIn(file)}>
                  {words.import}
                </FileButton>
                <Button size="small" onClick={giveOut}>
                  {words.export}
                </Button>
                {own.some((one) => one.id === layout.id) && (
                  <Button
                    size="small"
                    onClick={() => {
                      dropLayout(layout.id);
                      setId(LAYOUTS[0]?.id ?? '');
                    }}
                  >
                    {words.drop}
                  </Button>
                )}
              </div>
            </Section>
            <Section title={say(words.problems, { count: exported.problems.length })}>
              {exported.problems.length === 0 ? (
                <Note>{words.noProblems}</Note>
              ) : (
                <ul className={styles.list}>
                  {exported.problems.map((problem, index) => (
                    <Problem key={index} problem={problem} source={source} />
                  ))}
                </ul>
              )}
            </Section>
            <Section title={words.result}>
              <div className={styles.window} role="region" aria-label={words.result} tabIndex={0}>
                <table className={styles.table}>
                  <thead>
                    <tr>
                      {layout.columns.map(({ header }) => (
                        <th key={header} scope="col">
                          {header}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {(layout.headings ? exported.rows.slice(1) : exported.rows).map((row, index) => (
                      <tr key={index}>
                        {row.map((cell, column) => (
                          <td key={column} title={cell}>
                            {cell}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Section>
            {byHand !== null && (
              <Section title={words.byHand}>
                <Field size="small" hint={words.byHandHint}>
                  <Textarea
                    size="small"
                    readOnly
                    rows={6}
                    aria-label={words.byHand}
                    value={byHand}
                    onFocus={({ currentTarget }) => currentTarget.select()}
                  />
                </Field>
              </Section>
            )}
          </>
        )}
      </ScreenBody>
      <Footer
        {...(told === null ? {} : { will: told })}
        action={{ label: words.copy, enabled: exported !== null, run: () => void copy() }}
      />
    </>
  );
}

function Problem({ problem, source }: { readonly problem: LayoutProblem; readonly source: KeyedSource }): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const words = formsText(locale).layout;
  const session = useSession();
  const { code, column, value, allowed, changedTo, indicator } = problem;
  const cell = cellOf(problem, source);
  const name = source.content.indicators[indicator]?.name ?? String(indicator + 1);
  return (
    <li className={styles.problem}>
      {cell && (
        <Button
          className={styles.cell}
          size="small"
          appearance="transparent"
          onClick={() => void session.locate({ sheet: source.sheet, ...cell })}
        >
          {formatCell(cell)}
        </Button>
      )}
      {say(words.problem[code], { name, column: column.header, value, allowed, to: changedTo ?? '' })}
    </li>
  );
}

/** Where the words stand on the sheet: the cell of the field, else that of the row's name. */
function cellOf({ column, indicator }: LayoutProblem, { table }: KeyedSource): CellRef | null {
  const row = table?.indicators[indicator];
  if (!row || !table) return null;
  const field = column.field === 'nature' || column.field === 'number' ? 'operator' : column.field;
  const own = row[field]?.cell;
  if (own) return own;
  const at = table.columns.find((one) => one.field === field)?.column;
  return at === undefined ? (row.name?.cell ?? null) : { row: row.row, column: at };
}
