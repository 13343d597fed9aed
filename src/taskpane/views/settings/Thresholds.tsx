import { Button, Field, Input, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { TREES, type Tree } from '../../../core/indicator';
import { DEFAULT_SETTINGS } from '../../../core/rules/rule';
import { profileViewText } from '../../../i18n/profile-view';
import type { Thresholds as Values } from '../../../session';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';
import { monthsFrom, monthsText, schemesFrom, schemesText } from './typed';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '8px' },
  numbers: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  input: { width: '100%' },
  restore: { alignSelf: 'flex-start' },
});

/** 检查的尺度: what differs from the usual is kept, the rest follows it. */
export default function Thresholds(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = profileViewText(locale);
  const { tree: trees } = useText();
  const session = useSession();
  const thresholds = useSessionState((state) => state.settings.thresholds);
  const [anew, setAnew] = useState(0);
  const now = { ...DEFAULT_SETTINGS, ...thresholds };
  const set = <K extends keyof Values>(key: K, value: Values[K]): void => {
    const { [key]: _before, ...others } = thresholds;
    const usual = JSON.stringify(value) === JSON.stringify(DEFAULT_SETTINGS[key]);
    session.setSettings({ thresholds: usual ? others : { ...others, [key]: value } });
  };
  const number = (key: 'sumTolerance' | 'overAchievement' | 'underspending', least: number, most: number, of = 1) => ({
    value: String(Number((now[key] * of).toFixed(6))),
    read: (typed: string): string | null => {
      const found = Number(typed);
      if (typed.trim() === '' || !(found >= least && found <= most)) return say(text.badNumber, { least, most });
      set(key, Number((found / of).toFixed(8)));
      return null;
    },
  });
  return (
    <div className={styles.fields} key={anew}>
      <Field label={text.tree} orientation="horizontal" size="small">
        <Select
          size="small"
          value={now.tree ?? ''}
          onChange={(_event, { value }) => set('tree', (value || null) as Tree | null)}
        >
          <option value="">{text.treeAuto}</option>
          {TREES.map((tree) => (
            <option key={tree} value={tree}>
              {trees[tree]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.numbers}>
        <Typed label={text.over} hint={text.overHint} {...number('overAchievement', 100, 10000, 100)} />
        <Typed label={text.under} hint={text.underHint} {...number('underspending', 0, 100, 100)} />
      </div>
      <Typed label={text.sumTolerance} hint={text.sumUnit} {...number('sumTolerance', 0, 1_000_000)} />
      <Typed
        label={text.months}
        hint={text.monthsHint}
        value={monthsText(now.executionByMonth)}
        read={(typed) => {
          const months = monthsFrom(typed);
          if (months) set('executionByMonth', months);
          return months ? null : text.badMonths;
        }}
      />
      <Typed
        label={text.schemes}
        hint={text.schemesHint}
        long
        value={schemesText(now.weightSchemes)}
        read={(typed) => {
          const schemes = schemesFrom(typed);
          if (typeof schemes === 'number') return say(text.badSchemes, { line: schemes });
          set('weightSchemes', schemes);
          return null;
        }}
      />
      {Object.keys(thresholds).length > 0 && (
        <Button
          className={styles.restore}
          size="small"
          onClick={() => {
            session.setSettings({ thresholds: {} });
            setAnew(anew + 1);
          }}
        >
          {text.restore}
        </Button>
      )}
    </div>
  );
}

interface TypedProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly long?: boolean;
  /** Takes what was typed; a sentence where it can't be read. */
  read(typed: string): string | null;
}

/** What is typed holds once it can be read; until then what held before does. */
function Typed({ label, hint, value, long, read }: TypedProps): ReactNode {
  const styles = useStyles();
  const [typed, setTyped] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const onChange = (_event: unknown, data: { readonly value: string }): void => {
    setTyped(data.value);
    setWrong(read(data.value));
  };
  return (
    <Field
      label={label}
      size="small"
      hint={hint}
      {...(wrong === null ? {} : { validationMessage: wrong, validationState: 'error' as const })}
    >
      {long ? (
        <Textarea className={styles.input} size="small" rows={2} value={typed} onChange={onChange} />
      ) : (
        <Input className={styles.input} size="small" value={typed} onChange={onChange} />
      )}
    </Field>
  );
}
