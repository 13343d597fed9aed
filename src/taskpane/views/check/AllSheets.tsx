import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { DismissRegular, TableMultipleRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Checked, SheetSummary } from '../../../session';
import { say, useSession, useSessionState, useText } from '../../context';
import { focusOutline } from '../../parts/focus-outline';

const useStyles = makeStyles({
  line: { padding: '4px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  box: { padding: '4px 12px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', alignItems: 'center', gap: '6px', minHeight: '28px' },
  title: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  status: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  sheet: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    justifyContent: 'space-between',
    width: '100%',
    padding: '3px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline(),
  },
  counts: { color: tokens.colorNeutralForeground2 },
});

/** 检查全部工作表: offered where there are several; sheets are listed as they are done. */
export function AllSheets({ checked }: { readonly checked: Checked }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const all = useSessionState((state) => state.all);
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRef(false);
  const shown = all !== null;
  // The button that was pressed is gone: what it brought takes the focus.
  useEffect(() => {
    if (shown && asked.current) heading.current?.focus();
    asked.current = false;
  }, [shown]);
  if (!all) {
    if (checked.sheets.length < 2) return null;
    return (
      <div className={styles.line}>
        <Button
          size="small"
          appearance="subtle"
          icon={<TableMultipleRegular />}
          onClick={() => {
            asked.current = true;
            void session.checkSheets();
          }}
        >
          {say(text.all.start, { count: checked.sheets.length })}
        </Button>
      </div>
    );
  }
  const { running, total, sheets } = all;
  const done = sheets.length;
  const status =
    running && total === 0
      ? text.all.reading
      : say(running ? text.all.running : done < total ? text.all.stopped : text.all.done, { done, total });
  return (
    <section className={styles.box} aria-label={text.all.title}>
      <div className={styles.head}>
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {text.all.title}
        </h2>
        <span className={styles.status} role="status">
          {status}
        </span>
        {running ? (
          <Button size="small" onClick={() => session.cancel()}>
            {text.action.cancel}
          </Button>
        ) : (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={text.action.close}
            title={text.action.close}
            onClick={() => session.closeSheets()}
          />
        )}
      </div>
      {running && <ProgressBar value={total === 0 ? undefined : done / total} aria-label={text.all.title} />}
      <ul className={styles.list}>
        {sheets.map((sheet) => (
          <li key={sheet.name}>
            <button
              type="button"
              className={styles.sheet}
              title={say(text.all.go, { name: sheet.name })}
              onClick={() => void session.open(sheet.at)}
            >
              <span>{sheet.name}</span>
              <span className={styles.counts}>{outcomeOf(sheet, text.all)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function outcomeOf(
  { unread, counts }: SheetSummary,
  words: { readonly noTable: string; readonly none: string; readonly counts: string },
): string {
  if (unread) return words.noTable;
  return counts.error + counts.warning + counts.info === 0 ? words.none : say(words.counts, { ...counts });
}
