import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useContext, type ReactNode } from 'react';
import {
  entriesFromTable,
  libraryFromSheet,
  libraryToSheet,
  readLibrary,
  writeLibrary,
  type LibraryReading,
} from '../../../core/library';
import type { SheetSnapshot } from '../../../core/sheet';
import { libraryText } from '../../../i18n/library-view';
import { say, useLocale } from '../../context';
import { DownloadsContext } from '../../parts/downloads';
import { DropPlace } from '../../parts/DropPlace';
import { askForFile, saveFile, textOf } from '../../parts/files';
import { openFile } from '../../parts/opened-file';
import { useActiveTable } from './active-table';
import { useLibraryDesk, type Incoming } from './desk';
import { ownLibrary, useOwnLibrary } from './own-library';

const LIBRARIES = '.json,.xlsx,.xls,.ods,.csv,.et,application/json';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 我的指标: rows of the sheet saved, files taken in and given out. */
export function OwnMenu({ onSaid }: { onSaid(text: string): void }): ReactNode {
  const locale = useLocale();
  const text = libraryText(locale);
  const [, change] = useLibraryDesk();
  const active = useActiveTable();
  const { entries } = useOwnLibrary();
  const downloads = useContext(DownloadsContext);

  const take = (from: string, read: Incoming['read'], reading: LibraryReading): void => {
    const merged = ownLibrary().preview(reading.entries);
    change({ screen: 'incoming', incoming: { from, read, ...reading, merged } });
  };

  const fromFile = async (file: File): Promise<void> => {
    if (/\.json$/iu.test(file.name)) {
      take(file.name, 'entry', readLibrary(await textOf(file)));
      return;
    }
    const { opened, said } = await openFile(file, locale);
    if (opened) take(file.name, 'row', bestOf(opened.sheets));
    else onSaid(said);
  };

  const give = async (as: 'xlsx' | 'json'): Promise<void> => {
    if (!downloads) {
      onSaid(text.noDownloads);
      return;
    }
    const name = `${text.fileName}.${as}`;
    if (as === 'json') saveFile(writeLibrary(entries), name, 'application/json');
    else {
      const { writeWorkbook } = await import(/* webpackChunkName: "formats" */ '../../../formats/xlsx');
      const layout = () => ({ columnWidths: WIDTHS, wrap: true, borders: true, headerRows: 1 });
      saveFile(writeWorkbook([libraryToSheet(entries)], { layout }), name, XLSX);
    }
    onSaid(say(text.given, { name, count: entries.length }));
  };

  return (
    <DropPlace onFile={(file) => void fromFile(file)}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={text.menu}
            title={text.menu}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              disabled={!active || active.table.indicators.length === 0}
              onClick={() => active && take(active.sheet.name, 'row', entriesFromTable(active.table))}
            >
              {text.saveRows}
            </MenuItem>
            <MenuItem onClick={() => void askForFile(LIBRARIES).then((file) => file && fromFile(file))}>
              {text.import}
            </MenuItem>
            <MenuItem disabled={entries.length === 0} onClick={() => void give('xlsx')}>
              {text.exportXlsx}
            </MenuItem>
            <MenuItem disabled={entries.length === 0} onClick={() => void give('json')}>
              {text.exportJson}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </DropPlace>
  );
}

/** In characters: 领域, 二级指标, 三级指标, sign, value, unit, then prose. */
const WIDTHS = [12, 18, 26, 12, 12, 10, 36, 44, 26, 24];

/** The sheet that says most. */
function bestOf(sheets: readonly SheetSnapshot[]): LibraryReading {
  const readings = sheets.map(libraryFromSheet);
  const empty: LibraryReading = { entries: [], problems: [] };
  return readings.reduce((best, one) => (one.entries.length > best.entries.length ? one : best), readings[0] ?? empty);
}
