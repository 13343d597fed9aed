import {
  NO_PROFILE,
  combineProfiles,
  readProfileText,
  writeProfile,
  type Profile,
  type ProfileReading,
} from '../core/check/profile';
import type { Edit, SheetSnapshot } from '../core/sheet';
import { rowsOfKind, withdrawRow, writeRow } from './record';
import type { Settings } from './settings';

/** 审核口径 that comes with a workbook: its text in 问题或内容, its name in 编码. */
const PROFILE = '审核口径';
/** Characters that a cell takes. */
const CELL = 32_000;

/** A profile that stands in a workbook's record: of no effect until the person accepts it. */
export interface WorkbookProfile {
  /** As it stands there; what was accepted is this very text. */
  readonly text: string;
  readonly name: string;
  readonly by: string;
  readonly at: string;
  readonly reading: ProfileReading;
}

/** The last one that stands in the record. */
export function workbookProfile(record: SheetSnapshot | null): WorkbookProfile | null {
  const row = rowsOfKind(record, (kind) => kind === PROFILE).at(-1);
  if (!row || row['问题或内容'] === '') return null;
  const text = row['问题或内容'];
  const reading = readProfileText(text);
  const name = (reading.ok && reading.profile.name) || row['编码'];
  return { text, name, by: row['人员'], at: row['时间'], reading };
}

/** Puts a profile into the record, in the place of one that is there; null where no cell can hold it. */
export function recordProfile(
  record: SheetSnapshot | null,
  profile: Profile,
  { by, at }: { readonly by: string; readonly at: string },
): { readonly text: string; readonly edits: Edit[] } | null {
  const text = writeProfile(profile).trim();
  if (text.length > CELL) return null;
  const edits = writeRow(record, (row) => row('类型').startsWith(PROFILE), {
    类型: PROFILE,
    编码: profile.name,
    位置: '',
    问题或内容: text,
    理由: '',
    人员: by,
    时间: at.replace('T', ' '),
    键: PROFILE,
  });
  return { text, edits };
}

export function withdrawProfile(record: SheetSnapshot | null): Edit[] {
  return withdrawRow(record, (row) => row('类型') === PROFILE, PROFILE);
}

/** What a person has set, as a profile that can be given away. */
export function ownProfile({ audience, central, overrides, thresholds, checks, profileName }: Settings): Profile {
  return { name: profileName, settings: { ...thresholds, audience, central }, overrides, checks };
}

/** The settings that a profile stands for: those that it does not speak of go back to their defaults. */
export function settingsFrom({ name, settings, overrides, checks }: Profile): Partial<Settings> {
  const { audience = 'clerk', central = false, ...thresholds } = settings;
  return { audience, central, overrides, thresholds, checks, profileName: name };
}

/** By what a workbook is checked: the person's own settings, and over them the workbook's where they were accepted. */
export function profileInForce(settings: Settings, record: SheetSnapshot | null): Profile {
  const carried = workbookProfile(record);
  const accepted = carried?.reading.ok && decisionOn(settings, carried) === 'accepted';
  return combineProfiles(ownProfile(settings), accepted ? carried.reading.profile : NO_PROFILE);
}

export function decisionOn(settings: Settings, { text }: Pick<WorkbookProfile, 'text'>): 'accepted' | 'refused' | null {
  return settings.decided.find((one) => one.text === text)?.as ?? null;
}

/** As many decisions are remembered; older ones are asked for anew. */
const REMEMBERED = 20;

/** The decisions with one more; null forgets it. */
export function decide(
  { decided }: Settings,
  { text }: Pick<WorkbookProfile, 'text'>,
  as: 'accepted' | 'refused' | null,
): Settings['decided'] {
  const others = decided.filter((one) => one.text !== text);
  return as === null ? others : [...others, { text, as }].slice(-REMEMBERED);
}
