import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import {
  printValue,
  renderScoring,
  type Explanation,
  type Input as Needed,
  type Standard,
} from '../../../core/scoring';
import { isPooled, type ScoredRow } from '../../../session/scoring';
import { say, useLocale, useText } from '../../context';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '6px' },
  input: { maxWidth: '200px' },
  hint: { margin: '2px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  result: {
    display: 'block',
    marginTop: '8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  steps: {
    margin: '2px 0 0',
    paddingLeft: '18px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
});

/** What the sheet says, as it would be typed here. */
export function givenOf({ compiled, explanation, indicator }: ScoredRow): readonly string[] {
  if (!compiled.ok) return [];
  const { inputs } = compiled.standard;
  const evaluation = explanation?.evaluation;
  if (inputs.length === 1 || isPooled(compiled.standard) || evaluation?.status !== 'scored') {
    return [String(indicator.actual?.value ?? '')];
  }
  return inputs.map((input, index) => {
    const read = evaluation.values[index];
    if (read?.kind === 'grade') return input.options?.[read.option] ?? '';
    if (read?.kind === 'flag') return read.value ? '是' : '否';
    return read?.kind === 'number' ? printValue({ ...input, unit: null }, read.value) : '';
  });
}

interface Props {
  readonly standard: Standard;
  readonly values: readonly string[];
  readonly told: Explanation | null;
  onChange(values: readonly string[]): void;
}

/** 试算: a value, its score at once, and how it comes about. Nothing is written. */
export function Trial({ standard, values, told, onChange }: Props): ReactNode {
  const styles = useStyles();
  const { score: words } = useText();
  const locale = useLocale();
  const pooled = isPooled(standard);
  const inputs = pooled ? standard.inputs.slice(0, 1) : standard.inputs;
  const set = (index: number, value: string): void =>
    onChange(inputs.map((_, place) => (place === index ? value : (values[place] ?? ''))));
  const evaluation = told?.evaluation;
  return (
    <>
      <div className={styles.fields}>
        {inputs.map((input, index) => (
          <Field
            key={index}
            size="small"
            label={
              pooled
                ? say(words.pooled, { unit: input.unit ?? '' })
                : inputs.length === 1
                  ? words.input[input.kind]
                  : input.name
            }
          >
            <Value input={input} value={values[index] ?? ''} onChange={(value) => set(index, value)} />
          </Field>
        ))}
      </div>
      <p className={styles.hint}>{words.trialHint}</p>
      <div role="status">
        {evaluation && (
          <strong className={styles.result}>
            {evaluation.status === 'scored' ? say(words.result, { score: evaluation.score }) : words.noResult}
          </strong>
        )}
      </div>
      {told && (
        <ol className={styles.steps} aria-label={words.steps}>
          {told.messages.map((message, index) => (
            <li key={index}>{renderScoring(message, locale)}</li>
          ))}
        </ol>
      )}
    </>
  );
}

interface ValueProps {
  readonly input: Needed;
  readonly value: string;
  /** Takes the focus as it comes. */
  readonly focused?: boolean;
  onChange(value: string): void;
}

export function Value({ input, value, onChange, focused, ...field }: ValueProps): ReactNode {
  const styles = useStyles();
  const { score: words } = useText();
  const options = input.kind === 'boolean' ? [words.yes, words.no] : input.options;
  if (options) {
    // What is scored is the sentence's own word; only yes and no are the interface's.
    const values = input.kind === 'boolean' ? ['是', '否'] : options;
    return (
      <Select
        {...field}
        className={styles.input}
        size="small"
        autoFocus={focused}
        value={values.includes(value) ? value : ''}
        onChange={(_event, data) => onChange(data.value)}
      >
        <option value="">{words.unset}</option>
        {options.map((option, index) => (
          <option key={option} value={values[index]}>
            {option}
          </option>
        ))}
      </Select>
    );
  }
  return (
    <Input
      {...field}
      className={styles.input}
      size="small"
      autoFocus={focused}
      value={value}
      inputMode={input.kind === 'date' ? 'text' : 'decimal'}
      placeholder={input.kind === 'date' ? words.datePlaceholder : undefined}
      contentAfter={input.unit ?? undefined}
      onChange={(_event, data) => onChange(data.value)}
    />
  );
}
