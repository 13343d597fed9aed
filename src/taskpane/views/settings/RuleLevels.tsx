import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { RULES } from '../../../core/rules';
import type { Severity } from '../../../core/rules/rule';
import { ruleTitle } from '../../../i18n';
import { SEVERITIES } from '../../../session';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';

const useStyles = makeStyles({
  hint: { margin: '0 0 4px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  rule: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 132px',
    alignItems: 'center',
    columnGap: '8px',
    padding: '3px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 30px',
  },
  code: { color: tokens.colorNeutralForeground3, marginRight: '6px', fontVariantNumeric: 'tabular-nums' },
});

const DEFAULT = 'default';

/** 规则级别: the severity of each rule, or that it is not checked. */
export default function RuleLevels(): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const { overrides } = useSessionState((state) => state.settings);
  const rules = useMemo(() => RULES.map(({ rule }) => rule).sort((a, b) => a.code.localeCompare(b.code, 'en')), []);
  const change = (code: string, level: string): void => {
    const { [code]: _before, ...others } = overrides;
    session.setSettings({ overrides: level === DEFAULT ? others : { ...others, [code]: level as Severity | 'off' } });
  };
  return (
    <div>
      <p className={styles.hint}>{text.settings.rulesHint}</p>
      <ul className={styles.list}>
        {rules.map(({ code, severity }) => {
          const title = ruleTitle(code, locale);
          return (
            <li key={code} className={styles.rule}>
              <span>
                <span className={styles.code}>{code}</span>
                {title}
              </span>
              <Select
                size="small"
                aria-label={say(text.settings.levelOf, { rule: title })}
                value={overrides[code] ?? DEFAULT}
                onChange={(_event, { value }) => change(code, value)}
              >
                <option value={DEFAULT}>{say(text.settings.byDefault, { level: text.severity[severity] })}</option>
                {[...SEVERITIES, 'off' as const].map((level) => (
                  <option key={level} value={level}>
                    {text.severity[level]}
                  </option>
                ))}
              </Select>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
