import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, ChevronDownRegular, ChevronRightRegular, LockClosedRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import type { IndicatorTable } from '../../../core/indicator';
import type { UiText } from '../../../i18n';
import type { Checked } from '../../../session';
import { say, useSession, useText } from '../../context';
import { focusOutline } from '../../parts/focus-outline';
import { scroller } from '../../parts/scroller';

const Recognised = lazy(() => import('./Recognised'));

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '4px', padding: '4px 8px 2px 4px', flexShrink: 0 },
  toggle: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '3px 4px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline(),
  },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0 },
  title: {
    display: 'block',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  recheck: { flexShrink: 0, whiteSpace: 'nowrap', paddingLeft: '6px', paddingRight: '8px' },
  details: { ...scroller, minHeight: '96px', flexShrink: 1, padding: '0 12px 8px' },
  protected: {
    display: 'flex',
    gap: '6px',
    padding: '4px 12px',
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

function titleOf(table: IndicatorTable, text: UiText): string {
  return say(text.summary.title, { subject: text.subject[table.subject], kind: text.kind[table.kind] });
}

function factsOf(tables: readonly IndicatorTable[], text: UiText): string {
  const [first] = tables;
  const count = tables.reduce((sum, { indicators }) => sum + indicators.length, 0);
  return [
    first?.year && say(text.summary.year, { year: first.year.value }),
    say(text.summary.indicators, { count }),
    first?.project?.value || first?.department?.value || first?.coverDepartment?.value,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What was recognised on the sheet: one line, and all of it on demand. */
export function Summary({ checked }: { readonly checked: Checked }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { tables } = checked;
  const [first] = tables;
  const title = !first
    ? checked.sheet
    : tables.length > 1
      ? say(text.summary.tables, { count: tables.length })
      : titleOf(first, text);
  const words = (
    <span className={styles.words}>
      <span className={styles.title} title={title}>
        {title}
      </span>
      <span className={styles.facts}>{first ? factsOf(tables, text) : text.summary.unknown}</span>
    </span>
  );
  return (
    <>
      <header className={styles.row}>
        {first ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            title={text.summary.details}
            onClick={() => setOpen(!open)}
          >
            {open ? (
              <ChevronDownRegular className={styles.chevron} />
            ) : (
              <ChevronRightRegular className={styles.chevron} />
            )}
            {words}
          </button>
        ) : (
          <div className={styles.toggle} style={{ cursor: 'default', paddingLeft: 8 }}>
            {words}
          </div>
        )}
        <Button
          className={styles.recheck}
          size="small"
          icon={<ArrowSyncRegular />}
          onClick={() => void session.check()}
        >
          {text.action.recheck}
        </Button>
      </header>
      {first && open && (
        <section id={id} className={styles.details} aria-label={text.summary.details}>
          <Suspense>
            <Recognised checked={checked} />
          </Suspense>
        </section>
      )}
      {checked.protected && (
        <div className={styles.protected}>
          <LockClosedRegular fontSize={16} />
          {text.summary.protected}
        </div>
      )}
    </>
  );
}
