import { Button, Field, Input, makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { LOCALES } from '../../../i18n';
import type { Settings } from '../../../session';
import { profileViewText } from '../../../i18n/profile-view';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';
import { scroller } from '../../parts/scroller';

const Diagnostics = lazy(() => import(/* webpackChunkName: "more" */ './Diagnostics'));
const RuleLevels = lazy(() => import(/* webpackChunkName: "more" */ './RuleLevels'));
const Thresholds = lazy(() => import(/* webpackChunkName: "more" */ './Thresholds'));
const OwnChecks = lazy(() => import('./OwnChecks'));
const ProfileSection = lazy(() => import('./ProfileSection'));

const useStyles = makeStyles({
  view: { flexGrow: 1, minHeight: 0, ...scroller, padding: '4px 12px 16px' },
  section: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '480px', paddingBottom: '8px' },
  heading: {
    margin: '10px 0 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { display: 'flex', alignItems: 'center', gap: '8px' },
  switch: { marginLeft: '-8px' },
  keys: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '& dt': { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start' },
    '& dd': { margin: 0 },
  },
  key: {
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: 'inherit',
    marginRight: '4px',
    marginBottom: '2px',
  },
});

/** 设置: a person's own; every change holds at once. */
export default function SettingsView(): ReactNode {
  const styles = useStyles();
  const { settings: text, ...all } = useText();
  const profile = profileViewText(useLocale());
  const session = useSession();
  const settings = useSessionState((state) => state.settings);
  const [levels, setLevels] = useState(false);
  const [thresholds, setThresholds] = useState(false);
  const adjusted = Object.keys(settings.thresholds).length;
  const changed = Object.keys(settings.overrides).length;
  const set = (change: Partial<Settings>): void => session.setSettings(change);
  return (
    <div className={styles.view}>
      <section className={styles.section}>
        <h2 className={styles.heading}>{text.display}</h2>
        <Field label={text.language} orientation="horizontal" size="small">
          <Select
            size="small"
            value={settings.locale}
            onChange={(_event, { value }) => set({ locale: value as Settings['locale'] })}
          >
            <option value="auto">{text.languageAuto}</option>
            {LOCALES.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {all.language[locale]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text.theme} orientation="horizontal" size="small">
          <Select
            size="small"
            value={settings.theme}
            onChange={(_event, { value }) => set({ theme: value as Settings['theme'] })}
          >
            <option value="auto">{text.themeAuto}</option>
            <option value="light">{text.light}</option>
            <option value="dark">{text.dark}</option>
          </Select>
        </Field>
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{text.checking}</h2>
        <Field hint={text.liveHint}>
          <Switch
            className={styles.switch}
            label={text.live}
            checked={settings.live}
            onChange={(_event, { checked }) => set({ live: checked })}
          />
        </Field>
        <Field label={text.audience} orientation="horizontal" size="small">
          <Select
            size="small"
            value={settings.audience}
            onChange={(_event, { value }) => set({ audience: value as Settings['audience'] })}
          >
            <option value="clerk">{text.clerk}</option>
            <option value="reviewer">{text.reviewer}</option>
            <option value="publication">{text.publication}</option>
          </Select>
        </Field>
        <Field hint={text.centralHint}>
          <Switch
            className={styles.switch}
            label={text.central}
            checked={settings.central}
            onChange={(_event, { checked }) => set({ central: checked })}
          />
        </Field>
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{text.record}</h2>
        <Field label={text.user} hint={text.userHint} orientation="horizontal" size="small">
          <Input
            size="small"
            maxLength={40}
            autoComplete="name"
            value={settings.user}
            onChange={(_event, { value }) => set({ user: value })}
          />
        </Field>
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{text.rules}</h2>
        <div className={styles.row}>
          <Button size="small" aria-expanded={levels} onClick={() => setLevels(!levels)}>
            {levels ? all.action.close : text.changeLevels}
          </Button>
          {changed > 0 && (
            <>
              <span>{say(text.rulesChanged, { count: changed })}</span>
              <Button size="small" appearance="transparent" onClick={() => set({ overrides: {} })}>
                {text.restoreRules}
              </Button>
            </>
          )}
        </div>
        {levels && (
          <Suspense>
            <RuleLevels />
          </Suspense>
        )}
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{profile.thresholds}</h2>
        <div className={styles.row}>
          <Button size="small" aria-expanded={thresholds} onClick={() => setThresholds(!thresholds)}>
            {thresholds ? all.action.close : profile.thresholds}
          </Button>
          {adjusted > 0 && <span>{say(text.rulesChanged, { count: adjusted })}</span>}
        </div>
        {thresholds && (
          <Suspense>
            <Thresholds />
          </Suspense>
        )}
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{say(profile.checks, { count: settings.checks.length })}</h2>
        <Suspense>
          <OwnChecks />
        </Suspense>
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{profile.profile}</h2>
        <Suspense>
          <ProfileSection />
        </Suspense>
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{text.keys}</h2>
        <dl className={styles.keys}>
          {(
            [
              [['↑', '↓'], text.keyArrows],
              [['Enter'], text.keyEnter],
              [['Home', 'End'], text.keyHomeEnd],
              [['Tab'], text.keyTab],
              [['Esc'], text.keyEsc],
              [['F6', 'Shift+F6'], text.keyParts],
              [['Enter', 'Alt+↓', 'Alt+↑', 'Esc'], text.keyAssist],
            ] as const
          ).map(([keys, meaning]) => [
            <dt key={`${meaning} keys`}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>,
            <dd key={meaning}>{meaning}</dd>,
          ])}
        </dl>
      </section>

      <section className={styles.section}>
        <h2 className={styles.heading}>{all.diagnostics.heading}</h2>
        <Suspense>
          <Diagnostics />
        </Suspense>
        <div className={styles.row}>
          <Button
            size="small"
            onClick={() => {
              session.setSettings({ welcomed: false });
              session.show('check');
            }}
          >
            {all.welcome.again}
          </Button>
        </div>
      </section>
    </div>
  );
}
