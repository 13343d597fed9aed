import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type FormEvent, type ReactNode } from 'react';
import { LIMITS, type Condition, type OwnCheck } from '../../../core/check/own';
import { readChecks } from '../../../core/check/profile';
import { INDICATOR_FIELDS, type IndicatorField } from '../../../core/indicator';
import type { Severity } from '../../../core/rules/rule';
import { profileViewText } from '../../../i18n/profile-view';
import { renderProfileProblems } from '../../../i18n/profile';
import { SEVERITIES } from '../../../session';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  check: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: '8px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  code: { color: tokens.colorNeutralForeground3, marginRight: '6px' },
  soft: { margin: '2px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  input: { minWidth: 0, width: '100%' },
  buttons: { display: 'flex', gap: '6px' },
  new: { alignSelf: 'flex-start' },
});

const WORDS = ['is', 'not'] as const;
const BLANKS = ['filled', 'blank'] as const;
const NUMBERS = ['equals', 'atLeast', 'atMost', 'above', 'below'] as const;
type Comparison = (typeof WORDS)[number] | (typeof BLANKS)[number] | (typeof NUMBERS)[number];
const COMPARISONS: readonly Comparison[] = [...WORDS, ...BLANKS, ...NUMBERS];

/** 自定规则: a person's own checks, made with a small form: where, condition, message, severity. */
export default function OwnChecks(): ReactNode {
  const styles = useStyles();
  const text = profileViewText(useLocale());
  const session = useSession();
  const checks = useSessionState((state) => state.settings.checks);
  const [writing, setWriting] = useState(false);
  return (
    <>
      {checks.length === 0 && <p className={styles.soft}>{text.noChecks}</p>}
      <ul className={styles.list}>
        {checks.map(({ code, title, message }) => (
          <li key={code} className={styles.check}>
            <span>
              <span className={styles.code}>{code}</span>
              {title === undefined || title === '' ? message : title}
            </span>
            <Button
              size="small"
              appearance="subtle"
              aria-label={say(text.removeOf, { title: title ?? code })}
              onClick={() => session.setSettings({ checks: checks.filter((one) => one.code !== code) })}
            >
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
      {writing ? (
        <CheckForm checks={checks} onClose={() => setWriting(false)} />
      ) : (
        <Button
          className={styles.new}
          size="small"
          disabledFocusable={checks.length >= LIMITS.checks}
          onClick={() => setWriting(true)}
        >
          {text.newCheck}
        </Button>
      )}
    </>
  );
}

interface FormProps {
  readonly checks: readonly OwnCheck[];
  onClose(): void;
}

function CheckForm({ checks, onClose }: FormProps): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = profileViewText(locale);
  const { field: fields, severity: levels } = useText();
  const session = useSession();
  const [title, setTitle] = useState('');
  const [where, setWhere] = useState<IndicatorField | ''>('');
  const [whereIs, setWhereIs] = useState('');
  const [field, setField] = useState<IndicatorField>('name');
  const [comparison, setComparison] = useState<Comparison>('is');
  const [value, setValue] = useState('');
  const [message, setMessage] = useState('');
  const [severity, setSeverity] = useState<Severity>('warning');
  const [wrong, setWrong] = useState<{
    readonly at: 'value' | 'whereIs' | 'message' | 'all';
    readonly said: string;
  } | null>(null);
  const isNumber = (NUMBERS as readonly Comparison[]).includes(comparison);
  const isBlank = (BLANKS as readonly Comparison[]).includes(comparison);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (where !== '' && whereIs.trim() === '') return setWrong({ at: 'whereIs', said: text.needValue });
    if (!isBlank && value.trim() === '') return setWrong({ at: 'value', said: text.needValue });
    if (isNumber && !Number.isFinite(Number(value))) return setWrong({ at: 'value', said: text.needNumber });
    if (message.trim() === '') return setWrong({ at: 'message', said: text.needMessage });
    const check: OwnCheck = {
      code: freeCode(checks),
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(where === '' ? {} : { where: [{ field: where, is: wordsOf(whereIs) }] }),
      must: [conditionOf(field, comparison, value)],
      message: message.trim(),
      severity,
      at: field,
    };
    const read = readChecks([...checks, check]);
    if (!read.ok) return setWrong({ at: 'all', said: renderProfileProblems(read.problems, locale) });
    session.setSettings({ checks: read.checks });
    onClose();
  };
  const state = (at: 'value' | 'whereIs' | 'message') =>
    wrong?.at === at ? { validationMessage: wrong.said, validationState: 'error' as const } : {};
  const options = INDICATOR_FIELDS.map((one) => (
    <option key={one} value={one}>
      {fields[one]}
    </option>
  ));
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={text.title} size="small">
        <Input
          className={styles.input}
          size="small"
          autoFocus
          maxLength={LIMITS.title}
          value={title}
          onChange={(_event, data) => setTitle(data.value)}
        />
      </Field>
      <div className={styles.pair}>
        <Field label={text.whereField} size="small">
          <Select
            className={styles.input}
            size="small"
            value={where}
            onChange={(_event, data) => setWhere(data.value as IndicatorField | '')}
          >
            <option value="">{text.everyRow}</option>
            {options}
          </Select>
        </Field>
        {where !== '' && (
          <Field label={text.whereIs} size="small" {...state('whereIs')}>
            <Input
              className={styles.input}
              size="small"
              maxLength={LIMITS.pattern}
              value={whereIs}
              onChange={(_event, data) => setWhereIs(data.value)}
            />
          </Field>
        )}
      </div>
      <div className={styles.pair}>
        <Field label={text.mustField} size="small">
          <Select
            className={styles.input}
            size="small"
            value={field}
            onChange={(_event, data) => setField(data.value as IndicatorField)}
          >
            {options}
          </Select>
        </Field>
        <Field label={text.comparison} size="small">
          <Select
            className={styles.input}
            size="small"
            value={comparison}
            onChange={(_event, data) => setComparison(data.value as Comparison)}
          >
            {COMPARISONS.map((one) => (
              <option key={one} value={one}>
                {text.comparisons[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {!isBlank && (
        <Field label={text.value} size="small" hint={isNumber ? text.numberHint : text.valueHint} {...state('value')}>
          <Input
            className={styles.input}
            size="small"
            maxLength={LIMITS.pattern}
            value={value}
            onChange={(_event, data) => setValue(data.value)}
          />
        </Field>
      )}
      <Field label={text.message} size="small" hint={text.messageHint} {...state('message')}>
        <Input
          className={styles.input}
          size="small"
          maxLength={LIMITS.message}
          value={message}
          onChange={(_event, data) => setMessage(data.value)}
        />
      </Field>
      <Field label={text.severity} orientation="horizontal" size="small">
        <Select size="small" value={severity} onChange={(_event, data) => setSeverity(data.value as Severity)}>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {levels[one]}
            </option>
          ))}
        </Select>
      </Field>
      {wrong?.at === 'all' && (
        <p className={styles.soft} role="alert">
          {wrong.said}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit">
          {text.save}
        </Button>
        <Button size="small" onClick={onClose}>
          {text.giveUp}
        </Button>
      </div>
    </form>
  );
}

/** Several ways in which words may be written, parted by a bar. */
function wordsOf(typed: string): string | string[] {
  const words = typed
    .split(/[|｜]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 1 ? (words[0] as string) : words;
}

function conditionOf(field: IndicatorField, comparison: Comparison, value: string): Condition {
  if (comparison === 'filled' || comparison === 'blank') return { field, blank: comparison === 'blank' };
  if (comparison === 'is' || comparison === 'not') return { field, [comparison]: wordsOf(value) };
  return { field, [comparison]: Number(value) };
}

function freeCode(checks: readonly OwnCheck[]): string {
  for (let number = checks.length + 1; ; number++) {
    const code = `OWN-${number}`;
    if (!checks.some((one) => one.code === code)) return code;
  }
}
