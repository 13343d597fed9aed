import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { LEVELS, officialLevel2, type Level1 } from '../../../core/indicator';
import { FIELD_IDS, libraryEntries, type FieldId, type LibraryEntry } from '../../../core/library';
import type { Form } from '../../../core/templates';
import type { WorkbookSnapshot } from '../../../hosts/host';
import { fieldName } from '../../../i18n/library-view';
import { formsText } from '../../../i18n/forms';
import {
  asksFor,
  budgetSlots,
  draftContent,
  draftForms,
  level2In,
  planForm,
  proposeEntries,
  proposeGoal,
  treeOfForm,
  type DraftRequest,
  type FormRequest,
} from '../../../session/forms';
import { say, useLocale, useSession } from '../../context';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { useOwnLibrary } from '../library/own-library';
import { targetWords } from '../library/words';
import { useFormsDesk } from './desk';
import { FillReport } from './FillReport';
import { FormPreview } from './FormPreview';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '520px' },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 104px', gap: '8px' },
  amounts: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: '6px 10px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px 6px', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 8px 2px 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':has(:checked)': {
      backgroundColor: tokens.colorBrandBackground2,
      border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  box: { margin: 0, accentColor: tokens.colorCompoundBrandBackground, outlineStyle: 'none' },
  level: {
    margin: '8px 0 2px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 92px auto',
    alignItems: 'center',
    gap: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  name: { '& label': { color: tokens.colorNeutralForeground1 } },
  unit: { minWidth: '36px', maxWidth: '64px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  usual: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground2 },
});

/** A budget is drawn up in the second half of the year before. */
function usualYear(): number {
  const now = new Date();
  return now.getFullYear() + (now.getMonth() >= 6 ? 1 : 0);
}

const formId = (id: string): Form => draftForms().find((form) => form.id === id) ?? (draftForms()[0] as Form);

/** 从头填一张: what a clerk knows, and out of it a draft with nothing to mend. */
export default function StartScreen({ workbook }: { readonly workbook: WorkbookSnapshot | null }): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = formsText(locale);
  const words = text.start;
  const session = useSession();
  const [, change] = useFormsDesk();
  const own = useOwnLibrary().entries;
  const [form, setForm] = useState<Form>(() => formId('department-target-hunan'));
  const [year, setYear] = useState(String(usualYear()));
  const [said, setSaid] = useState({ department: '', project: '', duties: '' });
  const [goal, setGoal] = useState<string | null>(null);
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const [fields, setFields] = useState<readonly FieldId[]>([]);
  /** Against what is proposed: taken in or left out by hand. */
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [targets, setTargets] = useState<ReadonlyMap<string, string>>(new Map());

  const all = useMemo(() => [...own, ...libraryEntries()], [own]);
  const offered = useMemo(
    () =>
      all.filter(({ field, id }) => (field !== null && fields.includes(field)) || (own.length > 0 && picked.get(id))),
    [all, fields, own, picked],
  );
  const chosen = useMemo(() => {
    const proposed = new Set(proposeEntries(all, fields).map(({ id }) => id));
    return offered
      .filter(({ id }) => picked.get(id) ?? proposed.has(id))
      .map((entry) => withTarget(entry, targets.get(entry.id)));
  }, [all, fields, offered, picked, targets]);
  const years = Number(year);
  const slots = budgetSlots(form);
  const draft: DraftRequest = {
    form,
    year: Number.isInteger(years) ? years : usualYear(),
    ...said,
    goal: '',
    budget: slots.map(({ group, label }) => amountIn(amounts[`${group} ${label}`] ?? '')),
    entries: chosen,
  };
  const proposed = proposeGoal(draftContent(draft));
  const request: FormRequest = {
    form,
    source: {
      content: draftContent({ ...draft, goal: goal ?? proposed }),
      options: { from: 'target', same: true },
    },
    scores: 'functions',
    protect: false,
    place: { kind: 'new-sheet' },
  };
  const key = JSON.stringify([form.id, request.source?.content]);
  const asked = useDeferredValue(key);
  // The content is a plain value: its text tells whether it is another.
  const plan = useMemo(() => (workbook ? planForm(workbook, request) : null), [workbook, asked]);
  const missing = [
    ...(said.department.trim() === '' ? [words.department] : []),
    ...(asksFor(form, 'project') && said.project.trim() === '' ? [words.project] : []),
    ...(!/^20\d\d$/u.test(year) ? [words.year] : []),
    ...(chosen.length === 0 ? [words.indicators] : []),
  ];

  const insert = async (): Promise<void> => {
    const now = await session.readWorkbook();
    if (!now) return;
    const { edits, sheet, drawn } = planForm(now, request);
    const name = locale === 'zh-CN' ? form.title.zh : form.title.en;
    const show = { sheet, row: drawn.range.top, column: drawn.range.left };
    if (await session.insert(edits, { what: 'form-inserted', name, count: chosen.length, show })) {
      change({ screen: 'list', from: 'start', left: null });
    }
  };

  return (
    <>
      <ScreenHead title={words.title} back={text.back} onBack={() => change({ screen: 'list', from: 'start' })} />
      <ScreenBody>
        <Section title={words.who}>
          <div className={styles.fields}>
            <Field label={words.form} size="small">
              <Select size="small" value={form.id} onChange={(_event, { value }) => setForm(formId(value))}>
                {draftForms().map(({ id, title }) => (
                  <option key={id} value={id}>
                    {locale === 'zh-CN' ? title.zh : title.en}
                  </option>
                ))}
              </Select>
            </Field>
            <div className={styles.pair}>
              <Field label={words.department} required size="small">
                <Input
                  size="small"
                  value={said.department}
                  onChange={(_event, { value }) => setSaid({ ...said, department: value })}
                />
              </Field>
              <Field label={words.year} required size="small">
                <Input
                  size="small"
                  type="number"
                  min={2000}
                  max={2099}
                  value={year}
                  onChange={(_event, { value }) => setYear(value)}
                />
              </Field>
            </div>
            {asksFor(form, 'project') && (
              <Field label={words.project} required size="small">
                <Input
                  size="small"
                  value={said.project}
                  onChange={(_event, { value }) => setSaid({ ...said, project: value })}
                />
              </Field>
            )}
            {asksFor(form, 'duties') && (
              <Field label={words.duties} size="small" hint={words.dutiesHint}>
                <Textarea
                  size="small"
                  resize="vertical"
                  rows={2}
                  value={said.duties}
                  onChange={(_event, { value }) => setSaid({ ...said, duties: value })}
                />
              </Field>
            )}
          </div>
        </Section>
        {slots.length > 0 && (
          <Section title={words.budget}>
            <div className={styles.amounts}>
              {slots.map(({ group, label }) => {
                const id = `${group} ${label}`;
                const wrong = (amounts[id] ?? '') !== '' && amountIn(amounts[id] ?? '') === null;
                return (
                  <Field
                    key={id}
                    label={label}
                    size="small"
                    {...(wrong ? { validationState: 'error' as const, validationMessage: words.notNumber } : {})}
                  >
                    <Input
                      size="small"
                      inputMode="decimal"
                      value={amounts[id] ?? ''}
                      onChange={(_event, { value }) => setAmounts({ ...amounts, [id]: value })}
                    />
                  </Field>
                );
              })}
            </div>
          </Section>
        )}
        <Section title={words.fields}>
          <Note>{words.fieldsHint}</Note>
          <fieldset className={styles.chips}>
            <legend className={styles.unseen}>{words.fields}</legend>
            {FIELD_IDS.map((id) => (
              <label key={id} className={styles.chip}>
                <input
                  type="checkbox"
                  className={styles.box}
                  checked={fields.includes(id)}
                  onChange={({ currentTarget }) =>
                    setFields(currentTarget.checked ? [...fields, id] : fields.filter((other) => other !== id))
                  }
                />
                {fieldName(id, locale)}
              </label>
            ))}
          </fieldset>
        </Section>
        {offered.length > 0 && (
          <Section title={say(words.chosen, { count: chosen.length, all: offered.length })}>
            <Note>{words.chosenHint}</Note>
            {levelsIn(form).map((level2) => {
              const entries = offered.filter((entry) => level2In(entry, form) === level2);
              if (entries.length === 0) return null;
              return (
                <div key={level2}>
                  <h4 className={styles.level}>{officialLevel2(level2)}</h4>
                  <ul className={styles.list}>
                    {entries.map((entry) => {
                      const on = chosen.some(({ id }) => id === entry.id);
                      const numeric = typeof entry.target.value === 'number';
                      return (
                        <li key={entry.id} className={styles.entry}>
                          <Checkbox
                            className={styles.name}
                            label={entry.name}
                            checked={on}
                            onChange={(_event, { checked }) =>
                              setPicked(new Map(picked).set(entry.id, checked === true))
                            }
                          />
                          {on && numeric ? (
                            <>
                              <Input
                                size="small"
                                inputMode="decimal"
                                aria-label={say(words.targetOf, { name: entry.name })}
                                contentBefore={<span>{entry.target.operator}</span>}
                                value={targets.get(entry.id) ?? String(entry.target.value)}
                                onChange={(_event, { value }) => setTargets(new Map(targets).set(entry.id, value))}
                              />
                              <span className={styles.unit}>{entry.target.unit}</span>
                            </>
                          ) : (
                            <span className={styles.usual}>{targetWords(entry)}</span>
                          )}
                        </li>
                      );
                    })}
                  </ul>
                </div>
              );
            })}
          </Section>
        )}
        {asksFor(form, 'goal') && chosen.length > 0 && (
          <Section title={words.goal}>
            <div className={styles.fields}>
              <Field size="small" hint={words.goalHint}>
                <Textarea
                  size="small"
                  resize="vertical"
                  rows={4}
                  aria-label={words.goal}
                  value={goal ?? proposed}
                  onChange={(_event, { value }) => setGoal(value)}
                />
              </Field>
              {goal !== null && goal !== proposed && (
                <div>
                  <Button size="small" appearance="subtle" onClick={() => setGoal(null)}>
                    {words.goalAgain}
                  </Button>
                </div>
              )}
            </div>
          </Section>
        )}
        {plan && chosen.length > 0 && (
          <Section title={text.preview.label}>
            <FormPreview drawn={plan.drawn} />
            {plan.filled && <FillReport filled={plan.filled} onPlace={() => undefined} />}
          </Section>
        )}
      </ScreenBody>
      <Footer
        {...(missing.length > 0
          ? { will: say(words.missing, { what: missing.join(locale === 'zh-CN' ? '、' : ', ') }) }
          : {})}
        action={{
          label: say(text.insertSheet, { sheet: plan?.sheet ?? '' }),
          enabled: missing.length === 0 && plan !== null,
          run: () => void insert(),
        }}
      />
    </>
  );
}

function levelsIn(form: Form) {
  const levels = LEVELS[treeOfForm(form)];
  return (Object.keys(levels) as Level1[]).flatMap((level1) => levels[level1] ?? []);
}

/** 万元, as typed; null for what is no amount. */
function amountIn(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/gu, '');
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null;
}

function withTarget(entry: LibraryEntry, typed: string | undefined): LibraryEntry {
  const plain = typed?.normalize('NFKC').trim() ?? '';
  return typeof entry.target.value === 'number' && /^-?\d+(?:\.\d+)?$/u.test(plain)
    ? { ...entry, target: { ...entry.target, value: Number(plain) } }
    : entry;
}
