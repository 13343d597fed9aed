import { Badge, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { INDICATOR_FIELDS, type Column, type IndicatorField, type IndicatorTable } from '../../../core/indicator';
import { columnName, formatRange } from '../../../core/sheet';
import type { Checked } from '../../../session';
import { say, useSession, useText } from '../../context';

const useStyles = makeStyles({
  table: {
    paddingBottom: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '2px',
    margin: '4px 0 8px',
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  heading: { margin: '0 0 2px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: '0 0 6px', color: tokens.colorNeutralForeground3 },
  columns: { display: 'flex', flexDirection: 'column', gap: '4px', margin: 0, padding: 0, listStyle: 'none' },
  column: { display: 'grid', gridTemplateColumns: '1fr 148px', alignItems: 'center', columnGap: '8px' },
  header: { minWidth: 0, overflowWrap: 'anywhere' },
  letter: { color: tokens.colorNeutralForeground3, marginRight: '6px', fontVariantNumeric: 'tabular-nums' },
  odd: { display: 'block', color: tokens.colorPaletteDarkOrangeForeground1 },
  corrected: { marginLeft: '6px' },
});

/** 识别结果: every fact of the tables, and what each column is taken for, to be corrected. */
export default function Recognised({ checked }: { readonly checked: Checked }): ReactNode {
  return checked.tables.map((table) => <TableFacts key={formatRange(table.range)} table={table} checked={checked} />);
}

function TableFacts({ table, checked }: { readonly table: IndicatorTable; readonly checked: Checked }): ReactNode {
  const styles = useStyles();
  const { summary, ...text } = useText();
  const hidden = table.indicators.filter((indicator) => indicator.hidden).length;
  const count = say(summary.indicators, { count: table.indicators.length });
  const facts: readonly (readonly [string, string | undefined])[] = [
    [summary.formName, table.formId ? text.form[table.formId] : undefined],
    [summary.sheet, `${table.sheet} ${formatRange(table.range)}`],
    [summary.department, table.department?.value || table.coverDepartment?.value],
    ...(table.project ? [[summary.project, table.project.value] as const] : []),
    [summary.treeName, table.tree ? text.tree[table.tree] : undefined],
    [text.field.name, hidden > 0 ? count + text.comma + say(summary.hidden, { count: hidden }) : count],
  ];
  return (
    <div className={styles.table}>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => [
          <dt key={`${label} label`}>{label}</dt>,
          <dd key={label}>{value || summary.unknown}</dd>,
        ])}
      </dl>
      <h2 className={styles.heading}>{summary.mapping}</h2>
      <p className={styles.hint}>{summary.mappingHint}</p>
      <ul className={styles.columns}>
        {table.columns.map((column) => (
          <ColumnRow
            key={column.column}
            column={column}
            corrected={checked.corrections.some((correction) => correction.column === column.column)}
          />
        ))}
      </ul>
    </div>
  );
}

const AUTOMATIC = 'automatic';

function ColumnRow({ column, corrected }: { readonly column: Column; readonly corrected: boolean }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const letter = columnName(column.column);
  const header = column.header || text.summary.noHeader;
  return (
    <li className={styles.column}>
      <span className={styles.header}>
        <span className={styles.letter}>{letter}</span>
        {header}
        {corrected && (
          <Badge className={styles.corrected} size="small" appearance="tint">
            {text.summary.corrected}
          </Badge>
        )}
        {column.headerSays && (
          <span className={styles.odd}>
            {say(text.summary.headerSays, { header, field: text.field[column.field] })}
          </span>
        )}
      </span>
      <Select
        size="small"
        aria-label={say(text.summary.columnOf, { column: letter, header })}
        value={column.field}
        onChange={(_event, { value }) =>
          void session.correctColumn(column.column, value === AUTOMATIC ? null : (value as IndicatorField | 'other'))
        }
      >
        {corrected && <option value={AUTOMATIC}>{text.action.resetColumn}</option>}
        {[...INDICATOR_FIELDS, 'other' as const].map((field) => (
          <option key={field} value={field}>
            {text.field[field]}
          </option>
        ))}
      </Select>
    </li>
  );
}
