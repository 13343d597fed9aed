import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  SCORE_FORMS,
  type FormulaMaker,
  type Plans,
  type ScoreForm,
  type ScoreWriting,
} from '../../../session/scoring';
import type { Locale } from '../../../i18n';
import { useLocale, useText } from '../../context';
import { RadioChips } from './RadioChips';

const useStyles = makeStyles({
  picker: {
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  notes: { margin: '4px 0 0', paddingLeft: '18px', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly form: ScoreForm;
  readonly plans: readonly Plans[];
  onChange(form: ScoreForm): void;
}

/** 得分写成: numbers, or formulas that follow the row; with what formulas do not follow. */
export function FormPicker({ form, plans, onChange }: Props): ReactNode {
  const styles = useStyles();
  const words = useText().score;
  const notes = plans.flatMap((rows) =>
    [...rows.values()].flatMap(({ formula }) => (formula?.ok ? formula.notes : [])),
  );
  return (
    <div className={styles.picker}>
      <RadioChips
        legend={words.form.legend}
        legendShown
        options={SCORE_FORMS.map((value) => ({ value, label: words.form[value] }))}
        value={form}
        onChange={onChange}
      />
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {[...new Set(notes)].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const AS_VALUE: ScoreWriting = { form: 'value' };

/** Null while what a formula needs is on its way. */
export function useWriting(form: ScoreForm): ScoreWriting | null {
  const locale = useLocale();
  const [made, setMade] = useState<{ readonly maker: FormulaMaker; readonly locale: Locale } | null>(null);
  const wanted = form !== 'value' && made?.locale !== locale;
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    import('./maker').then(
      ({ formulaMaker }) => gone || setMade({ maker: formulaMaker(locale), locale }),
      (error: unknown) =>
        setMade(() => {
          throw error;
        }),
    );
    return () => {
      gone = true;
    };
  }, [wanted, locale]);
  return useMemo(() => {
    if (form === 'value') return AS_VALUE;
    return made && made.locale === locale ? { form, maker: made.maker } : null;
  }, [form, made, locale]);
}
