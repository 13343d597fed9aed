import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { libraryEntries, type LibraryEntry } from '../../../core/library';
import { libraryText } from '../../../i18n/library-view';
import { planIndicators, refusalOf, type IndicatorPlan } from '../../../session/library';
import { say, useLocale, useSession, useSessionState } from '../../context';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { useActiveTable } from './active-table';
import { useLibraryDesk } from './desk';
import { useOwnLibrary } from './own-library';
import { targetWords } from './words';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th, & td': {
      padding: '4px 6px 4px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
      overflowWrap: 'anywhere',
    },
    '& thead th': { color: tokens.colorNeutralForeground3 },
  },
  number: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  about: { display: 'block', color: tokens.colorNeutralForeground3 },
  remove: { minWidth: 'auto', padding: '0 4px' },
});

/** What will be put where, and which weights change for it: before anything is written. */
export function InsertScreen(): ReactNode {
  const styles = useStyles();
  const session = useSession();
  const locale = useLocale();
  const text = libraryText(locale);
  const words = text.plan;
  const [{ chosen }, change] = useLibraryDesk();
  const own = useOwnLibrary().entries;
  const active = useActiveTable();
  const capabilities = useSessionState((state) => state.capabilities);
  const plan = useMemo((): IndicatorPlan | null => {
    if (!active) return null;
    const all = new Map([...libraryEntries(), ...own].map((entry) => [entry.id, entry]));
    const entries = chosen.flatMap((id): LibraryEntry[] => {
      const entry = all.get(id);
      return entry ? [entry] : [];
    });
    return planIndicators({ ...active, entries, year: new Date().getFullYear() });
  }, [active, chosen, own]);
  const back = (): void => change({ screen: 'list', returned: true });
  const refused = plan && refusalOf(plan, capabilities);

  const insert = async (): Promise<void> => {
    if (!plan || !active) return;
    const { sheet, table } = active;
    const { finish } = plan;
    const column = table.columns.find(({ field }) => field === 'name')?.column ?? table.range.left;
    const first = plan.rows[0];
    const done = await session.insert(
      plan.edits,
      {
        what: 'indicators-inserted',
        name: '',
        count: plan.rows.length,
        show: first ? { sheet: sheet.name, row: first.at, column } : null,
      },
      finish === null ? undefined : ({ sheets }) => finish(sheets.find(({ name }) => name === sheet.name) ?? sheet),
    );
    if (done) change({ screen: 'list', chosen: [], returned: true });
  };

  return (
    <>
      <ScreenHead title={words.title} back={text.back} onBack={back} />
      <ScreenBody>
        {!plan || !active ? (
          <Note>{text.noTable}</Note>
        ) : (
          <>
            <Note>
              {say(words.into, {
                sheet: active.sheet.name,
                title: active.table.title?.value.replaceAll(/\s+/gu, '') ?? '',
              })}
            </Note>
            {refused && <Note alert>{words.refused[refused]}</Note>}
            {plan.twice.length > 0 && (
              <Note alert>{say(words.twice, { names: plan.twice.join(locale === 'zh-CN' ? '、' : ', ') })}</Note>
            )}
            <Section title={words.rows}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{words.row}</th>
                    <th scope="col">{words.indicator}</th>
                    {plan.weighed && <th scope="col">{words.weight}</th>}
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {plan.rows.map(({ entry, at, row, level1, level2, blank }) => (
                    <tr key={entry.id}>
                      <td className={styles.number}>{at + 1}</td>
                      <th scope="row">
                        {row.name} {targetWords(entry)}
                        <span className={styles.about}>
                          {[level1, level2, blank ? words.blank : words.opened].join(' · ')}
                        </span>
                      </th>
                      {plan.weighed && <td className={styles.number}>{row.weight}</td>}
                      <td>
                        <Button
                          className={styles.remove}
                          size="small"
                          appearance="transparent"
                          aria-label={say(words.leaveOut, { name: row.name })}
                          onClick={() => change({ chosen: chosen.filter((id) => id !== entry.id) })}
                        >
                          {words.leave}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Section>
            {plan.weighed && plan.reweighted.length > 0 && (
              <Section title={say(words.weights, { count: plan.reweighted.length, total: plan.total })}>
                <Note>{words.weightsHint}</Note>
                <table className={styles.table}>
                  <tbody>
                    {plan.reweighted.map(({ name, from, to }, index) => (
                      <tr key={index}>
                        <th scope="row">{name}</th>
                        <td className={styles.number}>
                          {from ?? words.none} → {to}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Section>
            )}
            {plan.weighed && plan.reweighted.length === 0 && <Note>{say(words.same, { total: plan.total })}</Note>}
          </>
        )}
      </ScreenBody>
      <Footer
        action={{
          label: say(words.go, { count: plan?.rows.length ?? 0 }),
          enabled: plan !== null && plan.rows.length > 0 && !refused,
          run: () => void insert(),
        }}
      />
    </>
  );
}
