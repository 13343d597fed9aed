import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons';
import { useContext, useState, type ReactNode } from 'react';
import type { FormId, IndicatorTable } from '../../../core/indicator';
import { formOf } from '../../../core/templates';
import { formsText } from '../../../i18n/forms';
import { fillOptionsFor, planForm } from '../../../session/forms';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';
import { DownloadsContext } from '../../parts/downloads';
import { saveFile } from '../../parts/files';
import { Note, Section } from '../../parts/Screen';
import { NEW_CHOICES, useFormsDesk } from './desk';
import { formFor, formToRebuild, type KeyedSource, type Sources } from './sources';

const useStyles = makeStyles({
  card: {
    margin: '8px 0 4px',
    padding: '8px 10px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  // In one piece as long as it fits a line.
  part: { display: 'inline-block', maxWidth: '100%' },
  broken: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '6px',
    margin: '4px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  warning: { color: tokens.colorStatusWarningForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '8px' },
});

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Props {
  readonly source: KeyedSource;
  readonly sources: Sources;
}

/** The table on the sheet that is shown, with what follows from it: each one click away. */
export function CurrentTable({ source, sources }: Props): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const ui = useText();
  const text = formsText(locale);
  const session = useSession();
  const writing = useSessionState(({ phase }) => phase === 'writing');
  const downloads = useContext(DownloadsContext);
  const [, change] = useFormsDesk();
  const [told, setTold] = useState<string | null>(null);
  const { table, from, content, broken } = source;
  const { workbook } = sources;
  const rows = content.indicators.length;

  const insert = async (id: FormId): Promise<void> => {
    const form = formOf(id);
    if (!form || !workbook || writing) return;
    const plan = planForm(workbook, {
      form,
      source: { content, options: fillOptionsFor(form, source) },
      scores: 'functions',
      protect: false,
      place: { kind: 'new-sheet' },
    });
    const unclear = plan.filled?.choices.some(({ place }) => place === null) ?? false;
    // Where nothing tells the level of a row, a person has to say it before.
    if (unclear) {
      change({ screen: 'form', left: null, choices: { ...NEW_CHOICES, form: id, source: source.key } });
      return;
    }
    const name = locale === 'zh-CN' ? form.title.zh : form.title.en;
    const show = { sheet: plan.sheet, row: plan.drawn.range.top, column: plan.drawn.range.left };
    if (await session.insert(plan.edits, { what: 'form-inserted', name, count: rows, show })) {
      change({ left: { form: id, unplaced: plan.filled?.unplaced ?? [] } });
    }
  };

  const report = async (own: IndicatorTable): Promise<void> => {
    if (!downloads) {
      setTold(text.noDownloads);
      return;
    }
    const [{ selfEvaluationReport }, { toDocx }] = await Promise.all([
      import(/* webpackChunkName: "self-evaluation" */ '../../../report/self-evaluation'),
      import(/* webpackChunkName: "self-evaluation" */ '../../../report/document/docx'),
    ]);
    const made = selfEvaluationReport(own, locale);
    saveFile(await toDocx(made), `${made.title}.docx`, DOCX);
    setTold(say(text.reportSaved, { name: `${made.title}.docx` }));
  };

  const kind =
    from === 'target' || from === 'self-evaluation' || from === 'monitoring' ? ui.kind[from] : text.kind[from];
  return (
    <Section title={text.current}>
      <div className={styles.card}>
        <p className={styles.title}>{source.title || kind}</p>
        <Note>
          {[
            source.sheet,
            kind,
            ...(source.year === null ? [] : [say(ui.summary.year, { year: source.year })]),
            say(ui.summary.indicators, { count: rows }),
          ].map((part, index) => (
            <span key={index} className={styles.part}>
              {index > 0 && '\u00a0·\u00a0'}
              {part}
            </span>
          ))}
        </Note>
        {broken && (
          <p className={styles.broken}>
            <WarningFilled className={styles.warning} fontSize={16} aria-hidden />
            {text.broken}
          </p>
        )}
        <div className={styles.buttons}>
          {broken && table && (
            <Button
              size="small"
              appearance="primary"
              onClick={() =>
                change({
                  screen: 'form',
                  left: null,
                  choices: { ...NEW_CHOICES, form: formToRebuild(table), source: source.key },
                })
              }
            >
              {text.rebuild}
            </Button>
          )}
          {from === 'target' && rows > 0 && (
            <>
              <Button size="small" onClick={() => void insert(formFor(table, 'self-evaluation'))}>
                {text.makeSelfEvaluation}
              </Button>
              <Button size="small" onClick={() => void insert(formFor(table, 'monitoring'))}>
                {text.makeMonitoring}
              </Button>
              <Button size="small" onClick={() => void insert('target-adjustment')}>
                {text.makeAdjustment}
              </Button>
            </>
          )}
          {from === 'self-evaluation' && table && rows > 0 && (
            <>
              <Button size="small" onClick={() => void report(table)}>
                {text.report}
              </Button>
              <Button size="small" onClick={() => void insert('evidence-list')}>
                {text.makeEvidence}
              </Button>
              {table.formId !== 'self-evaluation-check' && (
                <Button size="small" onClick={() => void insert('self-evaluation-check')}>
                  {text.makeCheck}
                </Button>
              )}
            </>
          )}
          {rows > 0 && from !== 'review' && (
            <Button size="small" data-opens="layout" onClick={() => change({ screen: 'layout', left: null })}>
              {text.layout.title}
            </Button>
          )}
        </div>
        {told !== null && <Note alert>{told}</Note>}
      </div>
    </Section>
  );
}
