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
  input: { width: '100%' },
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
  const wrongAt = (at: 'value' | 'whereIs' | 'message'): string | null => (wrong?.at === at ? wrong.said : null);
  const named = INDICATOR_FIELDS.map((one) => [one, fields[one]] as const);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Written label={text.title} autoFocus value={title} most={LIMITS.title} onChange={setTitle} />
      <div className={styles.pair}>
        <Chosen<IndicatorField | ''>
          label={text.whereField}
          value={where}
          of={[['', text.everyRow], ...named]}
          onChange={setWhere}
        />
        {where !== '' && (
          <Written
            label={text.whereIs}
            value={whereIs}
            most={LIMITS.pattern}
            onChange={setWhereIs}
            wrong={wrongAt('whereIs')}
          />
        )}
      </div>
      <div className={styles.pair}>
        <Chosen<IndicatorField> label={text.mustField} value={field} of={named} onChange={setField} />
        <Chosen<Comparison>
          label={text.comparison}
          value={comparison}
          of={COMPARISONS.map((one) => [one, text.comparisons[one]])}
          onChange={setComparison}
        />
      </div>
      {!isBlank && (
        <Written
          label={text.value}
          hint={isNumber ? text.numberHint : text.valueHint}
          value={value}
          most={LIMITS.pattern}
          onChange={setValue}
          wrong={wrongAt('value')}
        />
      )}
      <Written
        label={text.message}
        hint={text.messageHint}
        value={message}
        most={LIMITS.message}
        onChange={setMessage}
        wrong={wrongAt('message')}
      />
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

interface WrittenProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** In characters. */
  readonly most: number;
  readonly wrong?: string | null;
  readonly autoFocus?: boolean;
  onChange(value: string): void;
}

function Written({ label, hint, value, most, wrong = null, autoFocus, onChange }: WrittenProps): ReactNode {
  const styles = useStyles();
  const state = wrong === null ? {} : { validationMessage: wrong, validationState: 'error' as const };
  return (
    <Field label={label} size="small" {...(hint === undefined ? {} : { hint })} {...state}>
      <Input
        className={styles.input}
        size="small"
        autoFocus={autoFocus}
        maxLength={most}
        value={value}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}

interface ChosenProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly of: readonly (readonly [T, string])[];
  onChange(value: T): void;
}

function Chosen<T extends string>({ label, value, of, onChange }: ChosenProps<T>): ReactNode {
  const styles = useStyles();
  return (
    <Field label={label} size="small">
      <Select
        className={styles.input}
        size="small"
        value={value}
        onChange={(_event, data) => onChange(data.value as T)}
      >
        {of.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </Select>
    </Field>
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
