import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { renderProfileProblems } from '../../../i18n/profile';
import { profileViewText } from '../../../i18n/profile-view';
import { decide, decisionOn, type WorkbookProfile } from '../../../session/profile';
import { say, useLocale, useSession, useSessionState } from '../../context';

const useStyles = makeStyles({
  card: {
    padding: '8px 10px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  what: { margin: '2px 0 6px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

interface Props {
  readonly profile: WorkbookProfile;
  /** Takes it out of the workbook; not offered where left out. */
  onTake?(): void;
}

/** A profile that came with the workbook: of no effect until it is accepted here. */
export function WorkbookProfileCard({ profile, onTake }: Props): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = profileViewText(locale);
  const session = useSession();
  const settings = useSessionState((state) => state.settings);
  const decision = decisionOn(settings, profile);
  const { reading, by } = profile;
  const name = profile.name || text.unnamed;
  const choose = (as: 'accepted' | 'refused'): void => session.setSettings({ decided: decide(settings, profile, as) });
  const what = !reading.ok
    ? say(text.carriedBad, { reason: renderProfileProblems(reading.problems, locale) })
    : decision === null
      ? say(text.carriedWhat, {
          levels: Object.keys(reading.profile.overrides).length,
          settings: Object.keys(reading.profile.settings).length,
          checks: reading.profile.checks.length,
        })
      : text[decision];
  return (
    <div className={styles.card} role="group" aria-label={say(text.carried, { name })}>
      <div className={styles.name}>{say(text.carried, { name })}</div>
      {by !== '' && <div>{say(text.carriedBy, { by })}</div>}
      <p className={styles.what}>{what}</p>
      <div className={styles.buttons}>
        {reading.ok && decision !== 'accepted' && (
          <Button
            size="small"
            appearance={decision === null ? 'primary' : 'secondary'}
            onClick={() => choose('accepted')}
          >
            {decision === null ? text.accept : text.use}
          </Button>
        )}
        {reading.ok && decision !== 'refused' && (
          <Button size="small" onClick={() => choose('refused')}>
            {decision === null ? text.refuse : text.think}
          </Button>
        )}
        {onTake && (
          <Button size="small" appearance="subtle" onClick={onTake}>
            {text.take}
          </Button>
        )}
      </div>
    </div>
  );
}
