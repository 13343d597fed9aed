import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Severity } from '../../../core/rules/rule';
import { isFiltering, NO_FILTER, SEVERITIES, type Counts, type Group } from '../../../session';
import { say, useSession, useSessionState, useText } from '../../context';
import { SeverityIcon } from '../../severity';
import { focusOutline } from '../../parts/focus-outline';

const Search = lazy(() => import('./Search'));

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'start', gap: '4px', padding: '2px 8px 6px 8px', flexShrink: 0 },
  toggles: { display: 'flex', flexWrap: 'wrap', flexGrow: 1, minWidth: 0, gap: '4px' },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    height: '26px',
    padding: '0 8px 0 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ...focusOutline(),
  },
  pressed: {
    borderTopColor: tokens.colorCompoundBrandStroke,
    borderRightColor: tokens.colorCompoundBrandStroke,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  none: { color: tokens.colorNeutralForeground3 },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  shown: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '0 12px 4px',
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Props {
  readonly groups: readonly Group[];
  readonly counts: Counts;
  readonly shown: number;
}

/** Counts by severity, which filter; search and rules on demand. */
export function Filters({ groups, counts, shown }: Props): ReactNode {
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const filter = useSessionState((state) => state.filter);
  const [searching, setSearching] = useState(filter.code !== null || filter.text !== '');
  const flip = (severity: Severity): void => {
    const on = filter.severities.includes(severity);
    session.setFilter({
      severities: on ? filter.severities.filter((other) => other !== severity) : [...filter.severities, severity],
    });
  };
  return (
    <>
      <div className={styles.row}>
        <div className={styles.toggles} role="group" aria-label={text.filter.severities}>
          {SEVERITIES.map((severity) => (
            <button
              key={severity}
              type="button"
              className={mergeClasses(
                styles.toggle,
                counts[severity] === 0 && styles.none,
                filter.severities.includes(severity) && styles.pressed,
              )}
              aria-pressed={filter.severities.includes(severity)}
              onClick={() => flip(severity)}
            >
              <SeverityIcon severity={severity} />
              <span>{text.severity[severity]}</span>
              <span className={styles.count}>{counts[severity]}</span>
            </button>
          ))}
        </div>
        <Button
          size="small"
          appearance="subtle"
          icon={<SearchRegular />}
          title={text.action.search}
          aria-label={text.action.search}
          aria-expanded={searching}
          onClick={() => {
            if (searching) session.setFilter({ code: null, text: '' });
            setSearching(!searching);
          }}
        />
      </div>
      {searching && (
        <Suspense>
          <Search groups={groups} />
        </Suspense>
      )}
      {isFiltering(filter) && (
        <div className={styles.shown}>
          <span role="status">{say(text.filter.shown, { shown, total: groups.length })}</span>
          <Button size="small" appearance="transparent" onClick={() => session.setFilter(NO_FILTER)}>
            {text.action.clearFilter}
          </Button>
        </div>
      )}
    </>
  );
}
