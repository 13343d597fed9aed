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
}): ReactNode {
  const { groups, stale } = props;
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (groups.length === 0 && stale.length === 0) return null;
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
        {say(text.suppress.heading, { count: groups.length + stale.length })}
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
            {stale.map(({ key, sheet, place = '', sentence = '', reason }) => (
              <li key={`${sheet ?? ''} ${key}`} className={styles.item}>
                <div>
                  <div className={styles.sentence}>
                    {place.slice(place.lastIndexOf('!') + 1)} {sentence}
                  </div>
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
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
