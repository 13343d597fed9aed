import { LifecycleStages, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import formattingEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import formattingZh from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEn from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationZh from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEn from '@univerjs/preset-sheets-note/locales/en-US';
import noteZh from '@univerjs/preset-sheets-note/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import type { Locale } from '../../i18n';

export interface GridOptions {
  readonly container: HTMLElement;
  readonly locale: Locale;
  readonly dark: boolean;
}

/** The embedded grid: what shows it and what speaks to it. */
export interface Grid {
  readonly univer: Univer;
  readonly api: FUniver;
  /** Resolves when the first workbook is drawn; nothing can be scrolled to before. */
  readonly drawn: Promise<void>;
  /** Whether what is typed goes to the grid. */
  hasFocus(): boolean;
  setLocale(locale: Locale): void;
  setDark(dark: boolean): void;
  dispose(): void;
}

const LOCALES: Readonly<Record<Locale, LocaleType>> = { 'zh-CN': LocaleType.ZH_CN, 'en-US': LocaleType.EN_US };

/**
 * A grid without workbook. Only the free packages of the grid are put together here, each exact in version; their
 * umbrella package would bring the commercial ones along. There is no toolbar: looks are not what the workbench changes.
 */
export function createGrid({ container, locale, dark }: GridOptions): Grid {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    darkMode: dark,
    locale: LOCALES[locale],
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreZh, formattingZh, validationZh, noteZh),
      [LocaleType.EN_US]: mergeLocales(coreEn, formattingEn, validationEn, noteEn),
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      toolbar: false,
      formulaBar: true,
      disableAutoFocus: true,
      footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: true },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsNotePreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(...plugin);
      else univer.registerPlugin(plugin);
    }
  }
  const api = FUniver.newAPI(univer);
  const drawn = new Promise<void>((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage >= LifecycleStages.Rendered) resolve();
    });
  });
  return {
    univer,
    api,
    drawn,
    hasFocus: () => container.contains(document.activeElement),
    setLocale: (next) => univer.setLocale(LOCALES[next]),
    setDark: (next) => api.toggleDarkMode(next),
    dispose: () => univer.dispose(),
  };
}
