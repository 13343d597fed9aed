import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useState, type ReactNode } from 'react';
import type { SheetSnapshot } from '../../../core/sheet';
import type { Published } from '../../../formats/xlsx/publish';
import { reviewViewText } from '../../../i18n/review-view';
import { addressOf } from '../../../session/record-place';
import type { PublishWarning } from '../../../session/review/publish';
import { say, useLocale, useSession, useSessionState } from '../../context';
import { DownloadsContext } from '../../parts/downloads';
import { FileButton } from '../../parts/FileButton';
import { saveFile } from '../../parts/files';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { openFile, openNamed, READABLE, type ChosenFile } from '../../parts/opened-file';
import { WorkbookFileContext } from '../../parts/workbook-file';
import { useReviewDesk } from './desk';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '4px 0' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  warning: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '6px',
    padding: '3px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  go: { minWidth: 0, padding: '0 2px', flexShrink: 0, color: tokens.colorBrandForegroundLinkHover },
});

interface Ready {
  readonly name: string;
  readonly published: Published;
  readonly warnings: readonly PublishWarning[];
  /** Their sentences, and what goes, in the interface's language. */
  readonly sentences: readonly string[];
  readonly removed: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 生成公开版: what should be looked at before, and the copy that holds nothing but the tables. */
export default function PublishScreen(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const { publish: text, back, loading, go } = reviewViewText(locale);
  const session = useSession();
  const downloads = useContext(DownloadsContext);
  const current = useContext(WorkbookFileContext);
  const checked = useSessionState((state) => state.checked);
  const [, change] = useReviewDesk();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [approved, setApproved] = useState<{ readonly name: string; readonly sheets: readonly SheetSnapshot[] } | null>(
    null,
  );
  const [ready, setReady] = useState<Ready | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  // Where the workbook is at hand, it is looked at again after each change.
  useEffect(() => {
    const now = current?.();
    if (!now) return undefined;
    let gone = false;
    const { name, bytes } = now;
    void openNamed(name, bytes, locale).then((opened) => !gone && setFile(opened));
    return () => {
      gone = true;
    };
  }, [current, checked, locale]);

  useEffect(() => {
    if (!file?.opened) {
      setReady(null);
      return undefined;
    }
    let gone = false;
    const { name, opened } = file;
    void prepare(opened, name, approved?.sheets ?? null, locale).then((made) => {
      if (gone) return;
      setReady(typeof made === 'string' ? null : made);
      setSaid(typeof made === 'string' ? made : null);
    });
    return () => {
      gone = true;
    };
  }, [file, approved, locale]);

  const takeApproved = async (from: File): Promise<void> => {
    const chosen = await openFile(from, locale);
    if (chosen.opened) setApproved({ name: chosen.name, sheets: chosen.opened.sheets });
    else setSaid(chosen.said);
  };
  const give = (): void => {
    if (!ready) return;
    const [, stem = ready.name, ending = 'xlsx'] = /^(.*?)(?:\.([^.]*))?$/su.exec(ready.name) ?? [];
    // Other forms than these become plain workbooks.
    const kept = /^xl[st][xm]$/iu.test(ending) ? ending : 'xlsx';
    const name = `${say(text.name, { name: stem })}.${kept}`;
    saveFile(ready.published.file.zip.save(), name, XLSX);
    setSaid(say(text.done, { name }));
  };
  const count = ready?.warnings.length ?? 0;
  const reason = file && !file.opened ? file.said : downloads ? null : text.noDownloads;
  return (
    <>
      <ScreenHead title={text.title} back={back} onBack={() => change({ screen: 'opinions', from: 'publish' })} />
      <ScreenBody>
        <Note>{text.about}</Note>
        {!current && <Note>{text.how}</Note>}
        <div className={styles.buttons}>
          {!current && (
            <FileButton accept={READABLE} onFile={(from) => void openFile(from, locale).then(setFile)}>
              {text.choose}
            </FileButton>
          )}
          <FileButton accept={READABLE} onFile={(from) => void takeApproved(from)}>
            {text.approved}
          </FileButton>
        </div>
        {file && <Note>{say(text.of, { name: file.name })}</Note>}
        {approved && <Note>{say(text.approvedFile, { name: approved.name })}</Note>}
        {current && !ready && !said && <Note>{loading}</Note>}
        {ready && (
          <>
            <Section title={say(text.warnings, { count })}>
              {count === 0 ? (
                <Note>{text.noWarnings}</Note>
              ) : (
                <ul className={styles.list}>
                  {ready.warnings.map(({ place }, index) => (
                    <li key={index} className={styles.warning}>
                      <span>{ready.sentences[index]}</span>
                      <GoTo place={place} words={say(go, { place })} className={styles.go} onGo={session.locate} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            <Note>{say(text.removed, { removed: ready.removed })}</Note>
          </>
        )}
      </ScreenBody>
      <Footer
        {...(reason !== null ? { will: reason } : said === null ? {} : { said })}
        action={{
          label: count > 0 ? say(text.goAnyway, { count }) : text.go,
          enabled: ready !== null && downloads,
          run: give,
        }}
      />
    </>
  );
}

interface GoToProps {
  readonly place: string;
  readonly words: string;
  readonly className: string;
  onGo(address: NonNullable<ReturnType<typeof addressOf>>): Promise<void>;
}

function GoTo({ place, words, className, onGo }: GoToProps): ReactNode {
  const address = addressOf(place);
  if (!address) return null;
  const cell = place.slice(place.lastIndexOf('!') + 1);
  return (
    <Button
      className={className}
      size="small"
      appearance="transparent"
      aria-label={words}
      onClick={() => void onGo(address)}
    >
      {cell}
    </Button>
  );
}

/** The copy with what to look at; a sentence where no copy can be made. */
async function prepare(
  opened: NonNullable<ChosenFile['opened']>,
  name: string,
  approved: readonly SheetSnapshot[] | null,
  locale: ReturnType<typeof useLocale>,
): Promise<Ready | string> {
  const [{ asWorkbook, FormatError, renderFormatError }, publishing] = await Promise.all([
    import(/* webpackChunkName: "formats" */ '../../../formats'),
    import(/* webpackChunkName: "publish" */ '../../../session/review/publish'),
  ]);
  const { differencesFrom, publicCopy, publishWarnings, removedText, warningText } = publishing;
  try {
    const published = publicCopy(asWorkbook(opened));
    const warnings = [
      ...publishWarnings(published, locale),
      ...(approved ? differencesFrom(published, approved, locale) : []),
    ];
    return {
      name,
      published,
      warnings,
      sentences: warnings.map((warning) => warningText(warning, locale)),
      removed: removedText(published.removed, locale),
    };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return renderFormatError(error, locale, name);
  }
}
