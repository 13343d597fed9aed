import { makeStyles, tokens } from '@fluentui/react-components';
import { BookAddRegular, DocumentTableRegular, OptionsRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { intakeText } from '../../i18n/intake';
import { settingsFrom } from '../../session/profile';
import { say, useLocale, useSession } from '../context';
import { Section } from '../parts/Screen';
import { takeLayout } from '../views/forms/own-layouts';
import { askToTakeIn } from '../views/library/desk';
import { ownLibrary } from '../views/library/own-library';
import { ActionCard } from './ActionCard';
import type { FoundJson } from './read';

const useStyles = makeStyles({
  said: { margin: '4px 0', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  what: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly name: string;
  readonly json: FoundJson;
  onLeave(): void;
}

/** A file of settings: taken over at a click, or not at all. */
export function JsonChoices({ name, json, onLeave }: Props): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = intakeText(locale);
  const session = useSession();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      {json.kind === 'profile' && (
        <>
          <p className={styles.what}>{say(text.profile.found, { name: json.profile.name || text.unnamed })}</p>
          <Section title={text.what}>
            <ActionCard
              icon={OptionsRegular}
              words={text.profile}
              onClick={() => {
                session.setSettings(settingsFrom(json.profile));
                setSaid(say(text.taken, { name: json.profile.name || name }));
              }}
            />
          </Section>
        </>
      )}
      {json.kind === 'library' && (
        <>
          <p className={styles.what}>{say(text.libraryFound, { count: json.reading.entries.length })}</p>
          <Section title={text.what}>
            <ActionCard
              icon={BookAddRegular}
              words={text.own}
              onClick={() => {
                onLeave();
                const merged = ownLibrary().preview(json.reading.entries);
                askToTakeIn(session, { from: name, read: 'entry', ...json.reading, merged });
              }}
            />
          </Section>
        </>
      )}
      {json.kind === 'layout' && (
        <>
          <p className={styles.what}>{say(text.layout.found, { name: titleOf(json.layout, locale) })}</p>
          <Section title={text.what}>
            <ActionCard
              icon={DocumentTableRegular}
              words={text.layout}
              onClick={() => {
                const { layout, stored } = takeLayout(json.layout);
                setSaid(say(stored ? text.layoutTaken : text.layoutNotKept, { name: titleOf(layout, locale) }));
              }}
            />
          </Section>
        </>
      )}
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  );
}

function titleOf({ title }: { readonly title: { readonly zh: string; readonly en: string } }, locale: string): string {
  return locale === 'zh-CN' ? title.zh : title.en;
}
