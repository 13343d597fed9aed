import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import {
  ArrowReplyRegular,
  BranchCompareRegular,
  ClipboardCheckmarkRegular,
  GlobeRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { formatAddress, formatCell } from '../../../core/sheet';
import { reviewViewText } from '../../../i18n/review-view';
import { readOpinions, recordOpinion } from '../../../session/review/opinions';
import { readRounds } from '../../../session/review/rounds';
import { say, useLocale, useSession, useSessionState } from '../../context';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, Section } from '../../parts/Screen';
import { RadioChips } from '../score/RadioChips';
import { useReviewDesk, type ReviewScreen } from './desk';
import { OpinionItem } from './OpinionItem';

const useStyles = makeStyles({
  screens: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '6px', margin: '6px 0 2px' },
  screen: { justifyContent: 'flex-start', minWidth: 0, fontWeight: tokens.fontWeightRegular },
  write: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '4px' },
  list: { margin: '4px -12px 0', padding: 0, listStyle: 'none' },
  rounds: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

const SCREENS: readonly (readonly [
  Exclude<ReviewScreen, 'opinions'>,
  'grades' | 'sendBack' | 'publish' | 'compare',
  FluentIcon,
])[] = [
  ['grades', 'grades', ClipboardCheckmarkRegular],
  ['send-back', 'sendBack', ArrowReplyRegular],
  ['compare', 'compare', BranchCompareRegular],
  ['publish', 'publish', GlobeRegular],
];

/** What reviewers say of their own, and the way to all else of a review. */
export function OpinionScreen(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = reviewViewText(locale);
  const session = useSession();
  const [{ draft, from }, change] = useReviewDesk();
  const checked = useSessionState((state) => state.checked);
  const selection = useSessionState((state) => state.selection);
  const record = checked?.record ?? null;
  const opinions = useMemo(() => readOpinions(record), [record]);
  const rounds = useMemo(() => readRounds(record), [record]);
  const [whole, setWhole] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (from === null) return;
    buttons.current?.querySelector<HTMLElement>(`[data-screen="${from}"]`)?.focus();
    change({ from: null });
  }, [from, change]);

  const corner = selection?.ranges[0];
  const cell = selection && corner ? { sheet: selection.sheet, row: corner.top, column: corner.left } : null;
  const aboutTable = whole || cell === null;
  const place = aboutTable ? (checked?.sheet ?? '') : formatAddress(cell);
  const open = opinions.filter(({ settled }) => !settled).length;
  const add = async (): Promise<void> => {
    const words = draft.trim();
    const done = await session.write({
      during: 'record',
      label: text.label.opinion,
      notice: 'opinion-recorded',
      sheets: [],
      plan: ({ record: now }, author) => recordOpinion(now, { place, text: words, ...author }),
    });
    if (done) change({ draft: '' });
    box.current?.focus();
  };
  return (
    <>
      <ScreenBody top>
        <div ref={buttons} className={styles.screens} role="group" aria-label={text.screens}>
          {SCREENS.map(([screen, words, Icon]) => (
            <Button
              key={screen}
              data-screen={screen}
              className={styles.screen}
              size="small"
              icon={<Icon />}
              onClick={() => change({ screen })}
            >
              {text[words].title}
            </Button>
          ))}
        </div>
        <Section title={say(text.opinions, { open, count: opinions.length })}>
          <div className={styles.write}>
            <RadioChips
              legend={text.where}
              options={[
                ...(cell ? [{ value: false, label: say(text.cell, { cell: formatCell(cell) }) }] : []),
                { value: true, label: text.table },
              ]}
              value={aboutTable}
              onChange={setWhole}
            />
            <Field size="small">
              <Textarea
                ref={box}
                size="small"
                rows={3}
                maxLength={2000}
                resize="vertical"
                aria-label={text.write}
                placeholder={text.placeholder}
                value={draft}
                onChange={(_event, { value }) => change({ draft: value })}
              />
            </Field>
          </div>
          {opinions.length === 0 ? (
            <Note>{text.noOpinions}</Note>
          ) : (
            <ul className={styles.list} aria-label={say(text.opinions, { open, count: opinions.length })}>
              {opinions.map((opinion) => (
                <OpinionItem
                  key={`${opinion.place}\n${opinion.text}`}
                  opinion={opinion}
                  sheet={checked?.sheet ?? null}
                />
              ))}
            </ul>
          )}
        </Section>
        {rounds.length > 0 && (
          <Section title={text.rounds}>
            <ul className={styles.rounds}>
              {rounds.map(({ round, at, deadline, summary }) => (
                <li key={round}>
                  {[
                    say(text.round, { round }),
                    at === '' ? '' : say(text.roundAt, { at: at.slice(0, 10) }),
                    deadline === null ? '' : say(text.roundUntil, { deadline }),
                    summary,
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </ScreenBody>
      <Footer
        {...(checked ? {} : { will: text.noTable })}
        action={{ label: text.add, enabled: draft.trim() !== '' && checked !== null, run: () => void add() }}
      />
    </>
  );
}
