import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useContext, useMemo, useState, type ReactNode } from 'react';
import { readProfileText, writeProfile } from '../../../core/check/profile';
import { renderProfileProblems } from '../../../i18n/profile';
import { profileViewText } from '../../../i18n/profile-view';
import { reviewViewText } from '../../../i18n/review-view';
import {
  decide,
  ownProfile,
  recordProfile,
  settingsFrom,
  workbookProfile,
  withdrawProfile,
} from '../../../session/profile';
import { say, useLocale, useSession, useSessionState } from '../../context';
import { DownloadsContext } from '../../parts/downloads';
import { FileButton } from '../../parts/FileButton';
import { saveFile, textOf } from '../../parts/files';
import { WorkbookProfileCard } from './WorkbookProfileCard';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  soft: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** 审核口径: all of the settings of the checks as one thing, given away and taken over. */
export default function ProfileSection(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = profileViewText(locale);
  const { label } = reviewViewText(locale);
  const session = useSession();
  const downloads = useContext(DownloadsContext);
  const settings = useSessionState((state) => state.settings);
  const record = useSessionState((state) => state.checked?.record ?? null);
  const carried = useMemo(() => workbookProfile(record), [record]);
  const [said, setSaid] = useState<string | null>(null);
  const [byHand, setByHand] = useState<string | null>(null);

  const give = (): void => {
    const written = writeProfile(ownProfile(settings));
    const name = `${settings.profileName.replace(/[\\/:*?"<>|]/gu, ' ').trim() || text.unnamed}.json`;
    if (downloads) saveFile(written, name, 'application/json');
    setByHand(downloads ? null : written);
    setSaid(downloads ? say(text.exported, { name }) : text.byHand);
  };
  const take = async (file: File): Promise<void> => {
    const read = readProfileText(await textOf(file));
    if (!read.ok) {
      setSaid(say(text.notImported, { reason: renderProfileProblems(read.problems, locale) }));
      return;
    }
    session.setSettings(settingsFrom(read.profile));
    setSaid(say(text.imported, { name: read.profile.name || file.name }));
  };
  const keep = async (): Promise<void> => {
    const profile = ownProfile(settings);
    const at = { by: '', at: '' };
    const planned = recordProfile(record, profile, at);
    if (!planned) {
      setSaid(text.tooLong);
      return;
    }
    const done = await session.write({
      during: 'record',
      label: label.profile,
      notice: 'profile-recorded',
      sheets: [],
      plan: ({ record: now }, author) => recordProfile(now, profile, author)?.edits ?? [],
    });
    // One's own needs no asking.
    if (done) session.setSettings({ decided: decide(session.getState().settings, planned, 'accepted') });
  };
  return (
    <>
      {carried && (
        <WorkbookProfileCard
          profile={carried}
          onTake={() =>
            void session.write({
              during: 'record',
              label: label.noProfile,
              notice: 'profile-withdrawn',
              sheets: [],
              plan: ({ record: now }) => withdrawProfile(now),
            })
          }
        />
      )}
      <Field label={text.name} orientation="horizontal" size="small" hint={text.profileHint}>
        <Input
          size="small"
          maxLength={40}
          value={settings.profileName}
          onChange={(_event, { value }) => session.setSettings({ profileName: value })}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" onClick={give}>
          {text.export}
        </Button>
        <FileButton accept=".json,application/json" onFile={(file) => void take(file)}>
          {text.import}
        </FileButton>
        <Button size="small" title={text.toWorkbookHint} onClick={() => void keep()}>
          {text.toWorkbook}
        </Button>
      </div>
      <p className={styles.soft} role="status">
        {said}
      </p>
      {byHand !== null && <Textarea size="small" readOnly rows={6} aria-label={text.profile} value={byHand} />}
    </>
  );
}
