import { makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { formatCell } from '../../../core/sheet';
import { renderMessage, ruleTitle } from '../../../i18n';
import { countGroups, filterGroups, groupsOf } from '../../../session';
import { useLocale, useSessionState } from '../../context';
import { useFirstCheck } from '../../parts/first-check';
import { scroller } from '../../parts/scroller';
import { ActionBar } from './ActionBar';
import { AllSheets } from './AllSheets';
import { Filters } from './Filters';
import { FindingList } from './FindingList';
import { OverviewSection } from './OverviewSection';
import { ProblemBar } from './ProblemBar';
import { ProfileNotice } from './ProfileNotice';
import { ProgressStrip } from './ProgressStrip';
import { Failures, First, NothingFiltered, NothingFound, NoTable } from './states';
import { Summary } from './Summary';
import { Suppressed } from './Suppressed';
import { Welcome } from './Welcome';

const useStyles = makeStyles({
  scroll: {
    position: 'relative',
    flex: '1 1 0',
    minHeight: '96px',
    ...scroller,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** 自查: what was recognised, what was found, and what can be done about it. */
export default function CheckView(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const checked = useSessionState((state) => state.checked);
  const welcomed = useSessionState((state) => state.settings.welcomed);
  const filter = useDeferredValue(useSessionState((state) => state.filter));

  useFirstCheck();

  const { open, suppressed } = useMemo(() => groupsOf(checked ?? { findings: [], unread: null }), [checked]);
  const counts = useMemo(() => countGroups(open), [open]);
  const shown = useMemo(
    () =>
      filterGroups(open, filter, (finding) =>
        [
          finding.code,
          ruleTitle(finding.code, locale),
          renderMessage(finding, locale),
          formatCell(finding.address),
        ].join(' '),
      ),
    [open, filter, locale],
  );

  if (!checked) {
    return (
      <>
        <ProblemBar />
        <First />
      </>
    );
  }
  return (
    <>
      <Summary checked={checked} />
      {open.length > 0 && <Filters groups={open} counts={counts} shown={shown.length} />}
      <ProblemBar />
      <div className={styles.scroll}>
        <ProgressStrip />
        <ProfileNotice />
        {!welcomed && <Welcome />}
        <Failures count={checked.failures.length} />
        {!checked.unread && <OverviewSection checked={checked} groups={open} />}
        <AllSheets checked={checked} />
        {checked.unread && <NoTable unread={checked.unread} />}
        {shown.length > 0 && <FindingList groups={shown} />}
        {open.length > 0 && shown.length === 0 && <NothingFiltered count={open.length} />}
        {open.length === 0 && !checked.unread && <NothingFound checked={checked} kept={suppressed.length} />}
        <Suppressed groups={suppressed} stale={checked.stale} unmatched={checked.unmatched} />
      </div>
      <ActionBar checked={checked} markable={open.length > 0} />
    </>
  );
}
