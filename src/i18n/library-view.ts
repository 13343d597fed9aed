import { FIELDS, type FieldId } from '../core/library';
import type { Locale } from './fill';
import { en, fieldsEn } from './library-view.en-US';
import { zh, type LibraryViewText } from './library-view.zh-CN';

/** The words of the library's view. */
export function libraryText(locale: Locale): LibraryViewText {
  return locale === 'zh-CN' ? zh : en;
}

/** 领域, as people call it. */
export function fieldName(field: FieldId, locale: Locale): string {
  return locale === 'zh-CN' ? FIELDS[field].name : fieldsEn[field];
}
