import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { defaultNames, renderScoring, toFormula, type Standard } from '../../../core/scoring';
import { say, useLocale, useText } from '../../context';

const useStyles = makeStyles({
  box: { width: '100%' },
  hint: {
    margin: '4px 0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { display: 'flex', alignItems: 'center', gap: '8px', fontSize: tokens.fontSizeBase200 },
});

/** 普通公式: as text to be copied, where the browser lets it, else selected for Ctrl+C. */
export function Formula({ standard }: { readonly standard: Standard }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const { score: words } = text;
  const result = useMemo(() => toFormula(standard), [standard]);
  const [said, setSaid] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  if (!result.ok) {
    return <p className={styles.hint}>{renderScoring({ group: 'formula', id: result.reason, data: {} }, locale)}</p>;
  }
  const { formula } = result;
  const { actuals, target, weight } = defaultNames(standard);
  const names = [
    ...actuals.map((name, index) => ({
      name,
      meaning: actuals.length === 1 ? words.formulaName.actual : (standard.inputs[index]?.name ?? ''),
    })),
    { name: target, meaning: words.formulaName.target },
    { name: weight, meaning: words.formulaName.weight },
  ].filter(({ name }) => new RegExp(`\\b${name}\\b`, 'u').test(formula));
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(formula);
      setSaid(words.copied);
    } catch {
      // Refused in many panes: the person copies what is selected.
      area.current?.focus();
      area.current?.select();
      setSaid(words.copyByHand);
    }
  };
  return (
    <>
      <Textarea
        ref={area}
        className={styles.box}
        size="small"
        readOnly
        rows={3}
        resize="vertical"
        aria-label={words.formulaText}
        value={formula}
      />
      <p className={styles.hint}>
        {names.map(({ name, meaning }) => say(words.formulaIs, { name, meaning })).join(text.comma)}
        {words.stop}
        {words.formulaHint}
      </p>
      <div className={styles.line}>
        <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <span role="status">{said}</span>
      </div>
    </>
  );
}
