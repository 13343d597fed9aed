import { Input, makeStyles, Select } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { ruleTitle } from '../../../i18n';
import { countRules, type Group } from '../../../session';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '6px', padding: '0 8px 6px', flexShrink: 0 },
});

/** Words and rules to look for. */
export default function Search({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const { code, text: sought } = useSessionState((state) => state.filter);
  // What an input method is composing is not yet what the person looks for.
  const [composing, setComposing] = useState<string | null>(null);
  useEffect(() => setComposing(null), [sought]);
  const rules = useMemo(() => countRules(groups), [groups]);
  return (
    <div className={styles.row} role="search">
      <Input
        size="small"
        type="search"
        autoFocus
        contentBefore={<SearchRegular />}
        aria-label={text.filter.text}
        placeholder={text.filter.placeholder}
        value={composing ?? sought}
        onChange={(event, { value }) => {
          if ((event.nativeEvent as InputEvent).isComposing) setComposing(value);
          else session.setFilter({ text: value });
        }}
        onCompositionEnd={(event) => {
          setComposing(null);
          session.setFilter({ text: event.currentTarget.value });
        }}
      />
      <Select
        size="small"
        aria-label={text.filter.rule}
        value={code ?? ''}
        onChange={(_event, { value }) => session.setFilter({ code: value || null })}
      >
        <option value="">{text.filter.everyRule}</option>
        {code !== null && rules.every((rule) => rule.code !== code) && (
          <option value={code}>{say(text.filter.ruleCount, { code, count: 0, title: ruleTitle(code, locale) })}</option>
        )}
        {rules.map((rule) => (
          <option key={rule.code} value={rule.code}>
            {say(text.filter.ruleCount, { ...rule, title: ruleTitle(rule.code, locale) })}
          </option>
        ))}
      </Select>
    </div>
  );
}
