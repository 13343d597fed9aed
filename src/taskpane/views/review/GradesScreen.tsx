import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { versionOf } from '../../../core/check';
import { overallGrade, REVIEW_DIMENSIONS, REVIEW_GRADES } from '../../../core/indicator';
import type { WorkbookSnapshot } from '../../../hosts/host';
import { reviewViewText } from '../../../i18n/review-view';
import {
  gradesOf,
  planReviewForm,
  proposedGrades,
  recordGrades,
  type GradeLine,
  type ReviewGrades,
} from '../../../session/review/grades';
import { say, useLocale, useSession, useSessionState } from '../../context';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { RadioChips } from '../score/RadioChips';
import { useReviewDesk } from './desk';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '6px 0 8px' },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '10px', rowGap: '4px' },
  label: { minWidth: '5.5em', fontWeight: tokens.fontWeightSemibold },
  remark: { fontSize: tokens.fontSizeBase200 },
  overall: { display: 'flex', alignItems: 'baseline', gap: '8px', margin: '4px 0' },
  grade: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** 绩效目标审核表: what is proposed for the eight points, decided by the reviewer, and drawn as the form. */
export default function GradesScreen(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const { grades: text, label, ...all } = reviewViewText(locale);
  const session = useSession();
  const [{ grades: draft }, change] = useReviewDesk();
  const checked = useSessionState((state) => state.checked);
  const [workbook, setWorkbook] = useState<WorkbookSnapshot | null>(null);
  useEffect(() => {
    let gone = false;
    void session.readWorkbook().then((read) => !gone && setWorkbook(read));
    return () => {
      gone = true;
    };
  }, [session, checked]);
  const table = checked?.tables.find(({ kind }) => kind === 'target') ?? null;
  const findings = useMemo(
    () => (table && checked ? versionOf(table, checked.findings).findings : []),
    [table, checked],
  );
  const standing = useMemo(
    (): ReviewGrades | null =>
      table && workbook
        ? gradesOf(table, findings, { sheets: workbook.sheets, record: workbook.record }, locale)
        : null,
    [table, workbook, findings, locale],
  );
  const grades = draft !== null && draft.sheet === table?.sheet ? draft.grades : standing;
  const edit = (part: Partial<Pick<ReviewGrades, 'lines' | 'opinion'>>): void => {
    if (!grades || !table) return;
    const { lines, opinion } = grades;
    change({ grades: { sheet: table.sheet, grades: { lines, opinion, ...part } } });
  };
  const setLine = (item: string, part: Partial<GradeLine>): void =>
    edit({ lines: (grades?.lines ?? []).map((line) => (line.item === item ? { ...line, ...part } : line)) });

  const keep = async (draw: boolean): Promise<void> => {
    if (!grades || !table) return;
    const done = await session.write({
      during: 'review',
      label: draw ? label.form : label.grades,
      notice: draw ? 'review-form-drawn' : 'grades-recorded',
      sheets: 'all',
      plan: ({ record, sheets }, author) => [
        ...recordGrades(record, table.sheet, grades, author),
        ...(draw ? planReviewForm(table, grades, sheets).edits : []),
      ],
    });
    if (done) change({ grades: null });
  };
  const overall = overallGrade(grades?.lines.map(({ grade }) => grade) ?? []);
  return (
    <>
      <ScreenHead title={text.title} back={all.back} onBack={() => change({ screen: 'opinions', from: 'grades' })} />
      <ScreenBody>
        {checked && !table && <Note>{text.noTarget}</Note>}
        {table && !grades && <Note>{all.loading}</Note>}
        {grades && standing && (
          <>
            <Note>
              {standing.sheet !== null
                ? say(text.onSheet, { sheet: standing.sheet })
                : standing.decided
                  ? text.decided
                  : text.proposed}
            </Note>
            {REVIEW_DIMENSIONS.map(({ name, points, items }) => (
              <Section key={name} title={say(text.points, { name, points })}>
                {items.map((item) => {
                  const line = grades.lines.find((one) => one.item === item);
                  return (
                    <div key={item} className={styles.item}>
                      <div className={styles.name}>
                        <span className={styles.label}>{item}</span>
                        <RadioChips
                          legend={say(text.gradeOf, { item })}
                          options={[
                            ...REVIEW_GRADES.map((grade) => ({ value: grade, label: grade })),
                            { value: null, label: text.none },
                          ]}
                          value={line?.grade ?? null}
                          onChange={(grade) => setLine(item, { grade })}
                        />
                      </div>
                      <Textarea
                        size="small"
                        rows={3}
                        resize="vertical"
                        maxLength={1000}
                        aria-label={say(text.remarkOf, { item })}
                        placeholder={text.remark}
                        value={line?.remark ?? ''}
                        onChange={(_event, { value }) => setLine(item, { remark: value })}
                      />
                    </div>
                  );
                })}
              </Section>
            ))}
            <Section title={text.overall}>
              <div className={styles.overall} role="status" aria-label={text.overall}>
                {overall === null ? (
                  <span className={styles.soft}>{text.unknown}</span>
                ) : (
                  <span className={styles.grade}>{overall}</span>
                )}
              </div>
              <Note>{text.rule}</Note>
            </Section>
            <Section title={text.opinion}>
              <Field size="small">
                <Textarea
                  size="small"
                  rows={3}
                  resize="vertical"
                  maxLength={2000}
                  aria-label={text.opinion}
                  value={grades.opinion}
                  onChange={(_event, { value }) => edit({ opinion: value })}
                />
              </Field>
            </Section>
            {table && (
              <Button size="small" onClick={() => edit(proposedGrades(table, findings, locale))}>
                {text.again}
              </Button>
            )}
          </>
        )}
      </ScreenBody>
      <Footer
        action={{
          label: standing?.sheet ? text.update : text.draw,
          enabled: grades !== null,
          run: () => void keep(true),
        }}
      >
        <Button size="small" disabledFocusable={grades === null} onClick={() => grades && void keep(false)}>
          {text.keep}
        </Button>
      </Footer>
    </>
  );
}
