import type { LibraryText } from './library.zh-CN';

export const en: LibraryText = {
  entry: 'Entry {place}: ',
  row: 'Row {place}: ',
  dropped: ' (not imported)',
  'not-json': 'The file is not valid JSON; choose a library file that was exported from this add-in',
  'not-a-library': 'The file holds no indicator library: it should have “version” and “entries”',
  'newer-version': 'The file was exported by a newer version ({version}); update the add-in first',
  'no-header': 'No headings were found on the sheet “{sheet}”: the columns “二级指标” and “三级指标” are needed',
  'not-an-entry': 'This is no indicator; check whether a bracket or quotation mark was deleted',
  'name-missing': 'The name of the indicator is missing',
  'name-twice': '“{name}” occurs more than once; the later one was taken',
  'level2-unknown':
    'The level 2 “{words}” of “{name}” is in no classification; use a standard name such as “数量指标” or “社会效益指标”',
  'target-missing': '“{name}” has no target; fill it in after inserting the row',
  'field-unknown': 'The field “{words}” of “{name}” is not in the list; the entry is kept without one',
  'too-long': 'The text “{words}” of “{name}” is longer than {most} characters',
};
