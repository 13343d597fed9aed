import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { formatCell, type SheetSnapshot } from '../../core/sheet';
import { renderMessage } from '../../i18n';
import { intakeText } from '../../i18n/intake';
import { groupsOf, type Settings } from '../../session';
import { checkFile } from '../../session/check-file';
import { say, useLocale, useText } from '../context';
import { Note } from '../parts/Screen';
import { SeverityIcon } from '../severity';

const useStyles = makeStyles({
  heading: {
    margin: '12px 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  list: { margin: 0, padding: 0, listStyle: 'none', maxWidth: '640px' },
  item: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '8px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  level: { fontWeight: tokens.fontWeightSemibold },
  cell: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  sentence: {
    gridColumn: '2 / -1',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  more: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground3 },
});

/** What is to be said of a table that is in no workbook: to be read only. */
export function FileFindings({
  sheet,
  settings,
}: {
  readonly sheet: SheetSnapshot;
  readonly settings: Settings;
}): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const ui = useText();
  const text = intakeText(locale).found;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { open } = useMemo(() => {
    const { findings, readings } = checkFile([sheet], settings);
    return groupsOf({ findings, unread: readings[0]?.unread ?? null });
  }, [sheet, settings]);
  return (
    <section>
      <h3 ref={heading} className={styles.heading} tabIndex={-1}>
        {say(text.title, { count: open.length })}
      </h3>
      {open.length === 0 && <Note>{text.none}</Note>}
      <ul className={styles.list}>
        {open.map(({ root, folded }) => (
          <li key={root.key} className={styles.item}>
            <SeverityIcon severity={root.severity} />
            <span className={styles.level}>{ui.severity[root.severity]}</span>
            <span className={styles.cell}>{formatCell(root.address)}</span>
            <span className={styles.sentence}>{renderMessage(root, locale)}</span>
            {folded.length > 0 && <span className={styles.more}>{say(text.folded, { count: folded.length })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
