import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { SessionState } from '../../../session';
import { useLocale, useSession, useText } from '../../context';
import { CopyButton } from '../../parts/CopyButton';

const useStyles = makeStyles({
  text: {
    maxHeight: '120px',
    margin: 0,
    padding: '6px 8px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  row: { display: 'flex', alignItems: 'center', gap: '8px' },
});

/** What support needs to know: versions, what the host can do, sizes and codes. Nothing that anybody wrote. */
export function diagnosticsOf(state: SessionState, browser: string): string {
  const { capabilities, checked, settings, locale, problem } = state;
  const can = Object.entries(capabilities).map(([name, value]) => `${name}=${String(value)}`);
  const codes = new Map<string, number>();
  for (const { code } of checked?.findings ?? []) {
    // A check of somebody's own has a code of their making.
    const shown = code.startsWith('PT') ? code : 'OWN';
    codes.set(shown, (codes.get(shown) ?? 0) + 1);
  }
  const tables = (checked?.tables ?? []).map(
    ({ kind, subject, formId, tree, indicators }) =>
      `${kind}/${subject}/${formId ?? '-'}/${tree ?? '-'} ${indicators.length}`,
  );
  return [
    `perf-addin ${process.env.PERF_VERSION}`,
    `browser ${browser}`,
    `locale ${locale} live=${settings.live} audience=${settings.audience} central=${settings.central}`,
    `host ${can.join(' ')}`,
    `sheet ${checked ? `${checked.snapshot.cells.length} rows, ${checked.snapshot.merges.length} merges` : '-'}`,
    `tables ${tables.join('; ') || '-'}${checked?.unread ? ` unread=${checked.unread.reason}` : ''}`,
    `findings ${[...codes].map(([code, count]) => `${code}×${count}`).join(' ') || '-'}`,
    `failures ${checked?.failures.map(({ code }) => code).join(' ') || '-'}`,
    `problem ${problem ? `${problem.code} during ${problem.during}` : '-'}`,
  ].join('\n');
}

export default function Diagnostics(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const session = useSession();
  const { diagnostics: words } = useText();
  const text = useMemo(() => diagnosticsOf(session.getState(), navigator.userAgent), [session]);
  return (
    <>
      <p className={styles.hint}>{words.hint}</p>
      <pre className={styles.text} tabIndex={0} aria-label={words.heading}>
        {text}
      </pre>
      <div className={styles.row}>
        <CopyButton text={text} locale={locale} />
      </div>
    </>
  );
}
