import { registerInExcel } from '../functions/excel';
import { localeOf } from './host-locale';

/**
 * A script of its own, before the pane's: cells are calculated when a workbook opens, whether or not the pane is ever
 * shown, and Excel takes functions only before it is ready.
 */
if (typeof CustomFunctions !== 'undefined') {
  registerInExcel(() => localeOf(Office.context?.displayLanguage ?? navigator.language));
}
