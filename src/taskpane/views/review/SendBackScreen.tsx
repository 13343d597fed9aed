import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { fill } from '../../../i18n';
import { reviewViewText } from '../../../i18n/review-view';
import { countOf, reviewDocument, reviewPage, type Occasion, type ReviewPaper } from '../../../report/review';
import type { WholeCheck } from '../../../session';
import { departmentPapers, planOpinionSheet, wholePaper } from '../../../session/review/papers';
import { readRounds, recordRound } from '../../../session/review/rounds';
import { say, useLocale, useSession, useSessionState } from '../../context';
import { DownloadsContext } from '../../parts/downloads';
import { saveFile } from '../../parts/files';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { useReviewDesk } from './desk';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: '88px minmax(0, 1fr)', gap: '8px', maxWidth: '480px' },
  wide: { gridColumn: '1 / -1' },
  input: { width: '100%' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  paper: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Signs that some system refuses in names of files. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;

/** 意见书与退回: the letters of a round, the sheet 审核意见, and what is recorded of it. */
export default function SendBackScreen(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const { sendBack: text, label, back, loading } = reviewViewText(locale);
  const session = useSession();
  const downloads = useContext(DownloadsContext);
  const [{ office }, change] = useReviewDesk();
  const checked = useSessionState((state) => state.checked);
  const [whole, setWhole] = useState<WholeCheck | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [round, setRound] = useState<string | null>(null);
  const [deadline, setDeadline] = useState('');
  const [date, setDate] = useState('');
  useEffect(() => {
    let gone = false;
    void session.checkAll().then((found) => !gone && found && setWhole(found));
    return () => {
      gone = true;
    };
  }, [session, checked]);
  const next = useMemo(() => {
    const rounds = whole ? readRounds(whole.workbook.record, whole.workbook.sheets) : [];
    return (rounds.at(-1)?.round ?? 0) + 1;
  }, [whole]);
  const asked = (round ?? String(next)).trim();
  const number = /^[1-9]\d{0,2}$/u.test(asked) ? Number(asked) : null;
  const occasion: Occasion = {
    round: number,
    deadline: deadline === '' ? null : deadline,
    date: date === '' ? null : date,
    office: office.trim() === '' ? null : office.trim(),
  };
  const papers = whole ? departmentPapers(whole, occasion, locale) : [];

  const nameOf = (paper: ReviewPaper): string => paper.department ?? text.nobody;
  const give = async (paper: ReviewPaper, as: 'docx' | 'html'): Promise<void> => {
    const told = occasion.round === null ? '' : say(text.roundName, { round: occasion.round });
    const plain = say(text.fileName, { name: nameOf(paper), round: told })
      .replace(FORBIDDEN, ' ')
      .trim();
    if (as === 'html') saveFile(reviewPage(paper, locale), `${plain}.html`, 'text/html');
    else {
      const { toDocx } = await import(/* webpackChunkName: "docx" */ '../../../report/document/docx');
      saveFile(await toDocx(reviewDocument(paper, locale)), `${plain}.docx`, DOCX);
    }
  };
  const write = async (sendBack: boolean): Promise<void> => {
    setSaid(null);
    // Checked anew: what goes back is what stands there now.
    const now = await session.checkAll();
    if (!now || (sendBack && number === null)) return;
    const shown: Occasion = sendBack ? occasion : { ...occasion, round: null, deadline: null };
    const paper = wholePaper(now, shown, locale);
    const counts = Object.fromEntries(
      (['error', 'warning', 'info'] as const).map((severity) => [severity, countOf(paper.tables, severity)]),
    );
    const summary = fill(text.summary, { ...counts, opinions: paper.opinions.length }, locale);
    const done = await session.write({
      during: 'review',
      label: sendBack && number !== null ? say(label.sendBack, { round: number }) : label.sheet,
      notice: sendBack ? 'sent-back' : 'opinion-sheet-written',
      sheets: 'all',
      plan: ({ sheets, record }, author) => [
        ...planOpinionSheet(paper, sheets, locale).edits,
        ...(sendBack && number !== null
          ? recordRound(record, { round: number, deadline: occasion.deadline, summary, ...author })
          : []),
      ],
    });
    if (!done || !sendBack) return;
    // The round stays what it was: the next one begins when the tables have come back.
    setRound(String(number));
    if (!downloads) return;
    const letters = departmentPapers(now, occasion, locale);
    for (const letter of letters) await give(letter, 'docx');
    setSaid(say(text.given, { count: letters.length }));
  };
  return (
    <>
      <ScreenHead title={text.title} back={back} onBack={() => change({ screen: 'opinions', from: 'send-back' })} />
      <ScreenBody>
        <Section>
          <div className={styles.fields}>
            <Field
              label={text.round}
              size="small"
              {...(number === null ? { validationMessage: text.badRound, validationState: 'error' as const } : {})}
            >
              <Input
                className={styles.input}
                size="small"
                inputMode="numeric"
                maxLength={3}
                value={round ?? String(next)}
                onChange={(_event, { value }) => setRound(value)}
              />
            </Field>
            <Field label={text.deadline} size="small">
              <Input
                className={styles.input}
                size="small"
                type="date"
                value={deadline}
                onChange={(_event, { value }) => setDeadline(value)}
              />
            </Field>
            <Field className={styles.wide} label={text.office} size="small">
              <Input
                className={styles.input}
                size="small"
                maxLength={60}
                value={office}
                onChange={(_event, { value }) => change({ office: value })}
              />
            </Field>
            <Field className={styles.wide} label={text.date} size="small" hint={text.blank}>
              <Input
                className={styles.input}
                size="small"
                type="date"
                value={date}
                onChange={(_event, { value }) => setDate(value)}
              />
            </Field>
          </div>
        </Section>
        <Section title={text.papers}>
          {!whole && <Note>{loading}</Note>}
          {whole && papers.length === 0 && <Note>{text.nothing}</Note>}
          <ul className={styles.list}>
            {papers.map((paper) => {
              const name = nameOf(paper);
              const { tables, opinions } = paper;
              return (
                <li key={name} className={styles.paper}>
                  <div className={styles.name}>{name}</div>
                  <Note>
                    {say(text.counts, {
                      tables: tables.length,
                      error: countOf(tables, 'error'),
                      warning: countOf(tables, 'warning'),
                      info: countOf(tables, 'info'),
                      opinions: opinions.length,
                    })}
                  </Note>
                  {downloads && (
                    <div className={styles.buttons}>
                      <Button
                        size="small"
                        aria-label={say(text.docxOf, { name })}
                        onClick={() => void give(paper, 'docx')}
                      >
                        {text.docx}
                      </Button>
                      <Button
                        size="small"
                        aria-label={say(text.pageOf, { name })}
                        onClick={() => void give(paper, 'html')}
                      >
                        {text.page}
                      </Button>
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
        <Note>{downloads ? text.hint : text.hintNoDownload}</Note>
      </ScreenBody>
      <Footer
        {...(said === null ? {} : { said })}
        action={{
          label: say(text.go, { round: number ?? '?' }),
          enabled: papers.length > 0 && number !== null,
          run: () => void write(true),
        }}
      >
        <Button
          size="small"
          disabledFocusable={papers.length === 0}
          onClick={() => papers.length > 0 && void write(false)}
        >
          {text.sheetOnly}
        </Button>
      </Footer>
    </>
  );
}
