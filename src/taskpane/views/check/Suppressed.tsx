import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import type { Suppression } from '../../../core/rules/finding';
import { formatCell } from '../../../core/sheet';
import { renderMessage } from '../../../i18n';
import type { Group } from '../../../session';
import { say, useLocale, useSession, useText } from '../../context';
import { focusOutline } from '../../parts/focus-outline';

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    padding: '8px 12px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline('-3px'),
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: '8px',
    padding: '4px 12px 8px 34px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  sentence: { color: tokens.colorNeutralForeground3 },
  reason: { margin: '2px 0', color: tokens.colorNeutralForeground1 },
  by: { color: tokens.colorNeutralForeground3 },
  stale: {
    margin: 0,
    padding: '0 12px 8px 34px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** 已保留原值: what was kept, why, by whom; each can be withdrawn. */
export function Suppressed(props: {
  readonly groups: readonly Group[];
  readonly stale: readonly Suppression[];
  readonly unmatched: readonly Suppression[];
}): ReactNode {
  const { groups, stale, unmatched } = props;
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = groups.length + stale.length + unmatched.length;
  if (count === 0) return null;
  return (
    <section>
      <button
        type="button"
        className={styles.heading}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {open ? <ChevronDownRegular fontSize={16} /> : <ChevronRightRegular fontSize={16} />}
        {say(text.suppress.heading, { count })}
      </button>
      {open && (
        <div id={id}>
          <ul className={styles.list}>
            {groups.map(({ root: finding }) => {
              const { suppressed } = finding;
              if (!suppressed) return null;
              const { reason, by, at } = suppressed;
              const when = at.replace('T', ' ').slice(0, 16);
              return (
                <li key={finding.key} className={styles.item}>
                  <div>
                    <div className={styles.sentence}>
                      {formatCell(finding.address)} {renderMessage(finding, locale)}
                    </div>
                    <div className={styles.reason}>
                      {text.suppress.reason}
                      {text.colon}
                      {reason}
                    </div>
                    <div className={styles.by}>{by ? say(text.suppress.by, { by, at: when }) : when}</div>
                  </div>
                  <Button size="small" onClick={() => void session.unsuppress(suppressed.key, suppressed.sheet)}>
                    {text.action.unsuppress}
                  </Button>
                </li>
              );
            })}
          </ul>
          {stale.length > 0 && <p className={styles.stale}>{say(text.suppress.stale, { count: stale.length })}</p>}
          <ul className={styles.list}>
            {stale.map((one) => (
              <Recorded key={`${one.sheet ?? ''} ${one.key}`} suppression={one} />
            ))}
          </ul>
          {unmatched.length > 0 && (
            <p className={styles.stale}>{say(text.suppress.unmatched, { count: unmatched.length })}</p>
          )}
          <ul className={styles.list}>
            {unmatched.map((one) => (
              <Recorded key={`${one.sheet ?? ''} ${one.key}`} suppression={one} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** One that keeps no finding, as it stands in the record. */
function Recorded({ suppression }: { readonly suppression: Suppression }): ReactNode {
  const { key, sheet, code = '', place = '', sentence = '', reason } = suppression;
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const where = place.slice(place.lastIndexOf('!') + 1);
  return (
    <li className={styles.item}>
      <div>
        <div className={styles.sentence}>{[code, where, sentence].filter((words) => words !== '').join(' ')}</div>
        <div className={styles.reason}>
          {text.suppress.reason}
          {text.colon}
          {reason}
        </div>
      </div>
      <Button size="small" onClick={() => void session.unsuppress(key, sheet)}>
        {text.action.unsuppress}
      </Button>
    </li>
  );
}
