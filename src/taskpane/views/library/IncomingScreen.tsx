import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { plainOf, type LibraryEntry, type PlainEntry } from '../../../core/library';
import { renderLibraryProblem } from '../../../i18n/library';
import { libraryText } from '../../../i18n/library-view';
import { say, useLocale } from '../../context';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { useLibraryDesk } from './desk';
import { ownLibrary } from './own-library';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: {
    padding: '3px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  change: {
    margin: '-4px 0 4px 32px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** What would come into the person's own library: new entries, changed ones with what changes, and what was not read. */
export function IncomingScreen(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = libraryText(locale);
  const words = text.incoming;
  const [{ incoming }, change] = useLibraryDesk();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (!incoming) return null;
  const { from, entries, problems, merged, read } = incoming;
  const wanted = entries.filter(({ name }) => !left.has(name) && !merged.same.includes(name));
  const back = (): void => change({ screen: 'list', returned: true, incoming: null });
  const box = (name: string): ReactNode => (
    <Checkbox
      label={name}
      checked={!left.has(name)}
      onChange={(_event, { checked }) => {
        const next = new Set(left);
        if (checked === true) next.delete(name);
        else next.add(name);
        setLeft(next);
      }}
    />
  );
  return (
    <>
      <ScreenHead title={words.title} back={text.back} onBack={back} />
      <ScreenBody>
        <Note>{say(words.from, { from, count: entries.length })}</Note>
        {problems.length > 0 && (
          <Section title={say(words.problems, { count: problems.length })}>
            <ul className={styles.list}>
              {problems.map((problem, index) => (
                <li key={index} className={styles.line}>
                  {renderLibraryProblem(problem, locale, read)}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {merged.added.length > 0 && (
          <Section title={say(words.added, { count: merged.added.length })}>
            <ul className={styles.list}>
              {merged.added.map((name) => (
                <li key={name} className={styles.row}>
                  {box(name)}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {merged.changed.length > 0 && (
          <Section title={say(words.changed, { count: merged.changed.length })}>
            <ul className={styles.list}>
              {merged.changed.map(({ name, before, after }) => (
                <li key={name} className={styles.row}>
                  {box(name)}
                  <div className={styles.change}>
                    {differences(before, after).map(([key, was, is]) => (
                      <div key={key}>
                        {words.key[key]}
                        {'：'}
                        <del>{was || words.blank}</del> → <ins>{is || words.blank}</ins>
                      </div>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {merged.same.length > 0 && <Note>{say(words.same, { count: merged.same.length })}</Note>}
      </ScreenBody>
      <Footer
        action={{
          label: say(words.go, { count: wanted.length }),
          enabled: wanted.length > 0,
          run: () => {
            ownLibrary().merge(wanted);
            change({
              screen: 'list',
              returned: true,
              incoming: null,
              query: { words: '', field: 'own', level: null, tree: null },
            });
          },
        }}
      />
    </>
  );
}

function differences(before: LibraryEntry, after: LibraryEntry): [keyof PlainEntry, string, string][] {
  const [was, is] = [plainOf(before), plainOf(after)];
  return (Object.keys(is) as (keyof PlainEntry)[]).flatMap((key): [keyof PlainEntry, string, string][] =>
    was[key] === is[key] ? [] : [[key, was[key], is[key]]],
  );
}
