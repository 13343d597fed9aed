import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useState, type ReactNode } from 'react';
import type { SheetSnapshot } from '../../../core/sheet';
import { reviewViewText } from '../../../i18n/review-view';
import { compareFiles } from '../../../report/compare-files';
import { comparisonPage, sectionOf, type ComparedFiles } from '../../../report/comparison';
import { checkFile } from '../../../session/check-file';
import { referenceReadings } from '../../../session/review/references';
import { say, useLocale, useSession, useSessionState } from '../../context';
import { DownloadsContext } from '../../parts/downloads';
import { FileButton } from '../../parts/FileButton';
import { saveFile } from '../../parts/files';
import { Footer } from '../../parts/Footer';
import { openFile, READABLE } from '../../parts/opened-file';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { useReviewDesk } from './desk';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '4px 0' },
  part: {
    margin: '8px 0 2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  line: {
    padding: '3px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  go: { minWidth: 0, padding: '0 2px', marginRight: '4px', color: tokens.colorBrandForegroundLinkHover },
  cell: { marginRight: '6px', color: tokens.colorNeutralForeground3 },
  switch: { marginLeft: '-8px' },
});

interface Earlier {
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
}

/** 比较两个版本: what became of the tables since an earlier file; a self-evaluation against the approved targets. */
export default function CompareScreen(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const { compare: text, back, loading, go } = reviewViewText(locale);
  const session = useSession();
  const downloads = useContext(DownloadsContext);
  const [, change] = useReviewDesk();
  const checked = useSessionState((state) => state.checked);
  const references = useSessionState((state) => state.references);
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [compared, setCompared] = useState<ComparedFiles | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    if (!earlier) return undefined;
    let gone = false;
    const readings = referenceReadings(earlier.sheets, earlier.name, locale);
    void session.checkAll(readings).then((whole) => {
      if (gone || !whole) return;
      const { name, sheets } = earlier;
      const before = { path: name, result: checkFile(sheets, session.getState().settings) };
      const tables = compareFiles(before, { path: whole.workbook.active, result: whole.result });
      setCompared({ before: earlier.name, after: whole.workbook.active, tables });
    });
    return () => {
      gone = true;
    };
  }, [earlier, checked, session, locale]);

  const take = async (file: File): Promise<void> => {
    const chosen = await openFile(file, locale);
    setSaid(chosen.said);
    if (!chosen.opened) return;
    const { name, opened } = chosen;
    if (referenceReadings(opened.sheets, name, locale).every(({ tables }) => tables.length === 0)) {
      setSaid(say(text.noTables, { name }));
      return;
    }
    setCompared(null);
    setEarlier({ name, sheets: opened.sheets });
  };
  const kept = earlier !== null && references.some(({ name }) => name === earlier.name);
  const keep = (on: boolean): void => {
    if (!earlier) return;
    const others = references.filter(({ name }) => name !== earlier.name);
    const readings = referenceReadings(earlier.sheets, earlier.name, locale);
    session.setReferences(on ? [...others, { name: earlier.name, readings }] : others);
  };
  return (
    <>
      <ScreenHead title={text.title} back={back} onBack={() => change({ screen: 'opinions', from: 'compare' })} />
      <ScreenBody>
        <Note>{text.about}</Note>
        <div className={styles.buttons}>
          <FileButton accept={READABLE} onFile={(file) => void take(file)}>
            {earlier ? text.again : text.choose}
          </FileButton>
        </div>
        {earlier && (
          <>
            <Note>{say(text.with, { name: earlier.name })}</Note>
            <Switch
              className={styles.switch}
              label={text.keep}
              checked={kept}
              onChange={(_event, data) => keep(data.checked)}
            />
            <Note>{text.keepHint}</Note>
          </>
        )}
        {earlier && !compared && <Note>{loading}</Note>}
        {compared?.tables.map((one, index) => {
          const { title, note, parts } = sectionOf(one, locale);
          return (
            <Section key={index} title={title}>
              {note !== '' && <Note>{note}</Note>}
              {parts.map(({ heading, lines }) => (
                <div key={heading}>
                  <h4 className={styles.part}>{heading}</h4>
                  <ul className={styles.list}>
                    {lines.map(({ place, cells }, line) => {
                      const at = cells.findIndex((cell) => /^(?:.*!)?[A-Z]{1,3}\d+$/u.test(cell));
                      const where = cells[at] ?? '';
                      const words = cells.filter((cell, column) => column !== at && cell !== '').join('  ');
                      return (
                        <li key={line} className={styles.line}>
                          {place ? (
                            <Button
                              className={styles.go}
                              size="small"
                              appearance="transparent"
                              aria-label={say(go, { place: where })}
                              onClick={() => void session.locate(place)}
                            >
                              {where}
                            </Button>
                          ) : (
                            where !== '' && (
                              <span className={styles.cell}>
                                {text.before} {where}
                              </span>
                            )
                          )}
                          {words}
                        </li>
                      );
                    })}
                  </ul>
                </div>
              ))}
            </Section>
          );
        })}
      </ScreenBody>
      <Footer
        {...(said === null ? {} : { said })}
        action={{
          label: text.download,
          enabled: compared !== null && downloads,
          run: () => {
            if (!compared) return;
            const name = say(text.fileName, { name: compared.before.replace(/\.[^.]*$/u, '') });
            saveFile(comparisonPage(compared, locale), `${name.replace(/[\\/:*?"<>|]/gu, ' ')}.html`, 'text/html');
          },
        }}
      />
    </>
  );
}
