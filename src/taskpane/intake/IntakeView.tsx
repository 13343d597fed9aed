import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { renderLibraryProblem } from '../../i18n/library';
import { intakeText } from '../../i18n/intake';
import { renderProfileProblems } from '../../i18n/profile';
import type { Locale } from '../../i18n';
import { say, useLocale } from '../context';
import { bytesOf } from '../parts/files';
import { openCopied, openNamed, type ChosenFile } from '../parts/opened-file';
import { Note, ScreenBody, ScreenHead, Section } from '../parts/Screen';
import { ProblemBar } from '../views/check/ProblemBar';
import type { Arrival } from './arrival';
import { JsonChoices } from './JsonChoices';
import { PasteBox } from './PasteBox';
import { looksLikeJson, readJson, tablesIn, type FoundJson, type FoundTable } from './read';
import { TableChoices } from './TableChoices';

const useStyles = makeStyles({
  name: {
    margin: '10px 0 2px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  refused: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    margin: '10px 0 2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  icon: { color: tokens.colorStatusDangerForeground1 },
});

type Found =
  | { readonly kind: 'tables'; readonly tables: readonly FoundTable[] }
  | { readonly kind: 'json'; readonly json: FoundJson }
  | { readonly kind: 'refused' };

interface Read {
  readonly name: string;
  /** What is odd or wrong about it. */
  readonly said: string | null;
  readonly found: Found;
}

interface Props {
  readonly arrival: Arrival;
  onLeave(): void;
}

/** 收到的表格: what was dropped or pasted, which of its tables, and what to do with it. */
export default function IntakeView({ arrival, onLeave }: Props): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = intakeText(locale);
  /** What was given here takes the place of what it was opened with, until something else arrives. */
  const [again, setAgain] = useState<{ readonly after: Arrival; readonly arrival: Arrival } | null>(null);
  const now = again?.after === arrival ? again.arrival : arrival;
  const [read, setRead] = useState<{ readonly of: Arrival; readonly read: Read } | null>(null);
  useEffect(() => {
    if (now.kind === 'box') return undefined;
    let gone = false;
    const name = now.kind === 'file' ? now.file.name : text.pasted;
    readArrival(now, name, locale).then(
      (done) => !gone && setRead({ of: now, read: done }),
      (error: unknown) => {
        console.error(error);
        if (!gone) setRead({ of: now, read: { name, said: say(text.failed, { name }), found: { kind: 'refused' } } });
      },
    );
    return () => {
      gone = true;
    };
  }, [now, locale, text]);
  const shown = read?.of === now ? read.read : null;
  const bad = shown?.found.kind === 'refused';
  return (
    <>
      <ScreenHead title={text.title} back={text.back} onBack={onLeave} />
      <ProblemBar />
      <ScreenBody>
        <div aria-live="polite">
          {now.kind !== 'box' && !shown && <Note>{text.reading}</Note>}
          {shown && !bad && <p className={styles.name}>{shown.name}</p>}
          {shown && now.kind === 'file' && now.more && <Note>{say(text.others, { name: shown.name })}</Note>}
        </div>
        {shown?.said &&
          (bad ? (
            <p className={styles.refused} role="alert">
              <ErrorCircleFilled className={styles.icon} fontSize={16} aria-hidden />
              {shown.said}
            </p>
          ) : (
            <Note alert>{shown.said}</Note>
          ))}
        {shown?.found.kind === 'tables' && (
          <TableChoices key={shown.name} name={shown.name} tables={shown.found.tables} onLeave={onLeave} />
        )}
        {shown?.found.kind === 'json' && <JsonChoices name={shown.name} json={shown.found.json} onLeave={onLeave} />}
        {(now.kind === 'box' || shown) && (
          <Section title={now.kind === 'box' ? text.first : text.another}>
            <PasteBox onArrival={(next) => setAgain({ after: arrival, arrival: next })} />
          </Section>
        )}
      </ScreenBody>
    </>
  );
}

async function readArrival(arrival: Exclude<Arrival, { kind: 'box' }>, name: string, locale: Locale): Promise<Read> {
  if (arrival.kind === 'file') {
    const bytes = await bytesOf(arrival.file);
    if (looksLikeJson(name, bytes)) return fromJson(name, new TextDecoder().decode(bytes), locale);
    return fromChosen(await openNamed(name, bytes, locale), locale);
  }
  return fromChosen(await openCopied(name, arrival.copied, locale), locale);
}

function fromChosen({ name, opened, said }: ChosenFile, locale: Locale): Read {
  if (!opened) return { name, said, found: { kind: 'refused' } };
  const text = intakeText(locale);
  const tables = tablesIn(name, opened.sheets);
  if (tables.length === 0) return { name, said: say(text.noTable, { name }), found: { kind: 'refused' } };
  const known = tables.some(({ source, isLibrary }) => source !== null || isLibrary);
  return { name, said: said ?? (known ? null : text.noIndicators), found: { kind: 'tables', tables } };
}

function fromJson(name: string, words: string, locale: Locale): Read {
  const { problem } = intakeText(locale);
  const json = readJson(words);
  const refused = (said: string): Read => ({ name, said, found: { kind: 'refused' } });
  switch (json.kind) {
    case 'not-json':
      return refused(say(problem.json, { name }));
    case 'unknown-json':
      return refused(say(problem.unknown, { name }));
    case 'bad-layout':
      return refused(say(problem.layout, { name, at: json.at || problem.whole }));
    case 'bad-profile':
      return refused(say(problem.profile, { name, reason: renderProfileProblems(json.problems, locale) }));
    case 'bad-library': {
      const reason = json.problems
        .map((one) => renderLibraryProblem(one, locale))
        .join(locale === 'zh-CN' ? '；' : '; ');
      return refused(say(problem.library, { name, reason }));
    }
    default:
      return { name, said: null, found: { kind: 'json', json } };
  }
}
