import type { CliText } from './messages.zh-CN';

export const en: CliText = {
  usage: `Usage: perf-addin COMMAND [OPTIONS]

  check PATH…         check performance tables (files or folders): .xlsx .xls .et .ods .docx .html .csv .md …;
                      .doc .rtf .pdf take LibreOffice
    --format text|json|ndjson|html   form of the output; text by default
    --lang zh-CN|en-US               language; zh-CN by default
    --sheet NAME                     check this sheet only
    --rule CODE=off|info|warning|error  change one rule; may be repeated
    --profile FILE                   review profile (JSON)
    --no-suppress                    ignore the record of values kept with a reason
    --fix                            apply the safe fixes; needs --out or --in-place
    --annotate                       mark the findings; needs --out
    --out PATH                       write to this file or folder
    --in-place                       write back to the file; the original is kept as a backup
    --files-from -                   read paths from standard input, one a line
    --resume                         keep a journal; the same command run again after a stop goes on from there
    --save FILE                      write the results to this file, and keep a journal beside it
    --summary FILE.xlsx|FILE.html    write a summary as well; may be repeated
    --jobs N                         files checked at once; as many as there are processors by default
    --timeout SECONDS                the most that one file may take; 180 by default
  native PATH         turn PERF formulas into plain ones that need no add-in; needs --out or --in-place
    --sheet NAME                     convert this sheet only
  parse               read lines {"text": "target"} from standard input: operator, value, unit
  score               a score by the standard as written: --standard TEXT --actual VALUE [--target T] [--weight N]
                      [--operator O] [--unit U] [--options 整档|比例|进档];
                      or lines of JSON with the same names on standard input
  table PATH          read the tables of a file without checking
  report PATH           write the opinion of a review: --out FILE.docx|.html|.xlsx (.xlsx: a copy with it as a sheet)
    --round N --deadline YYYY-MM-DD --date YYYY-MM-DD --office NAME
    --review-form                      add the review form of targets, with grades proposed, to the .xlsx
    --against FILE                     hold against the approved targets, or last year's self-evaluation
    --profile FILE  --force
  send-back PATH…       one opinion for each department: --out FOLDER
    --round N --deadline YYYY-MM-DD --date YYYY-MM-DD --office NAME
    --format docx|html  --list text|json
    --workbooks                        and copies of the workbooks with the opinion as a sheet
  publish PATH          a copy to be made public: --out FILE; without records, marks, notes, hidden sheets, authors, PERF formulas
    --approved FILE                    compare with the approved table
    --accept                           write it although something should be looked at
  ledger PATH…          one sheet about many workbooks: --out FILE.xlsx
  compare OLD NEW       two versions, or a self-evaluation and its approved targets [--format text|json|html]
  templates             list the forms [--format text|json]
  fill                  write a form: --template ID --out FILE.xlsx
    --from PATH [--sheet NAME]         fill it from this table
    --year YEAR                        year of the new table; its dates move along
    --clear-targets --clear-budget     leave target values or budget figures blank
    --scores functions|native|none     scores by PERF functions, native formulas or none; functions by default
    --protect                          lock headings and labels
    --force                            a file that exists may be replaced (it is kept as a backup)

Results go to standard output, all else to standard error.
Exit status: 2 if a file could not be read, else 1 if an error was found, else 0.
`,
  noStandard: 'There is no standard (the text of the scoring standard).',
  badQuestion:
    'A field has the wrong type: standard, operator, unit and options are texts, weight is a number not below 0, actual is a number, text, array or object.',
  badSteps: 'options must be 整档, 比例 or 进档.',
  command: 'There is no command "{name}".',
  option: 'Bad option: {detail}',
  noPath: 'Name a file or folder to check.',
  onePath: 'Name one file.',
  format: '--format is text, json, ndjson or html, not "{value}".',
  lang: '--lang is zh-CN or en-US, not "{value}".',
  rule: '--rule is CODE=off|info|warning|error, not "{value}".',
  unknownRule: 'There is no rule {value}.',
  filesFrom: '--files-from can only be - (standard input).',
  fixTarget: '--fix needs either --out or --in-place.',
  annotateTarget: '--annotate needs --out.',
  outAlone: '--out needs --fix or --annotate.',
  inPlaceAlone: '--in-place needs --fix.',
  outTwice: 'Use either --out or --in-place.',
  jobs: '--jobs is a whole number from 1 to 256, not “{value}”.',
  timeout: '--timeout is a number of seconds from 1 to 86400, not “{value}”.',
  summaryEnding: '--summary ends in .xlsx or .html, not “{value}”.',
  savePlace: '--save, --summary and --out cannot be the same file, nor one that is to be checked.',
  outManyFiles: 'There is more than one input: --out must be a folder.',
  noTemplate: 'Name a form with --template; the command templates lists them.',
  unknownTemplate: 'There is no form “{value}”; the command templates lists them.',
  fillOut: 'Name the .xlsx file to write with --out.',
  scores: '--scores is functions, native or none, not “{value}”.',
  year: '--year is a year of four digits, not “{value}”.',
  fromAlone: '{value} needs --from.',
  listFormat: '--format is text or json, not “{value}”.',
  profileRead: 'The profile {path} could not be read: {detail}',
  profileShape: 'The profile {path} is faulty: {detail}',
  line: 'Line {line} is faulty: {detail}',
  notJson: 'not JSON',
  noText: 'no text',
  badHint: 'operator and unit must be texts',
  backup: 'the original was kept as {path}',
  written: 'written to {path}',
  journalBusy: 'The journal {path} could not be written: {detail}',
  progress: { rate: '{rate}/s', left: '{time} left', unreadable: '{count} unreadable' },
  errors: {
    'not-found': 'There is no such file or folder.',
    'no-permission': 'No permission to read or write.',
    'is-folder': 'This is a folder, not a file.',
    'not-file': 'This is not a regular file; it was not read.',
    locked: 'The file is in use by another program.',
    'disk-full': 'The disk is full; nothing was written.',
    exists: 'A file of that name exists and was not replaced.',
    io: 'The disk failed.',
    'missing-sheet': 'There is no sheet "{sheet}".',
    'no-sheet': 'There is no sheet in the file.',
    'no-table': 'No table in the file to take anything from.',
    'read-only-form': 'Only .xlsx files can be written back; use --out to save a copy as .xlsx.',
    conflict: 'Cells do not hold what the fixes were made for; nothing was written.',
    'same-file': 'The output is the input file; nothing was written. Use --in-place to write back.',
    'rule-failed': 'Rules failed, and the result is incomplete: {rules}',
    'timed-out': 'Not done within {seconds} {seconds?second|seconds}, and given up; --timeout allows more.',
    'out-of-memory': 'Not done: there was not enough memory.',
    crashed: 'Not done: the program ended unexpectedly on it ({detail}).',
    internal: 'The program failed: {detail}',
  },
  fill: {
    written: 'Written to {path}: {count} {count?indicator|indicators}',
    unplaced: 'Not written, as the form has no place for it ({count}):',
    field: '{field} ({count})',
    said: '{label}: {value}',
    choices: 'Indicators that could stand in several places, please check their levels ({count}):',
    choice: '{name}  {from} → {to}',
    years: 'Dates moved to the new year ({count}):',
    year: '{from} → {to}',
  },
  text: {
    noTable: 'no performance table found',
    clean: 'no problem found',
    suppressed: 'kept with a reason: {reason}',
    unmatched:
      'the record’s line 保留原值 ({what}), typed by hand, fits no finding for certain and does not count: give the rule’s code, sheet and cell (PT203, Sheet1!D12) and a reason',
    causedBy: 'caused by the above',
    table: '{title}  {range}  {count} {count?indicator|indicators}',
    summary:
      '{files} {files?file|files}: {error} {error?error|errors}, {warning} {warning?warning|warnings}, {info} {info?info|infos}; {unreadable} unreadable',
    reason: {
      empty: 'empty sheet',
      'no-header': 'no header',
      'own-sheet': "the add-in's own sheet",
      'review-form': 'review form',
      'list-form': 'evidence list or adjustment form',
      'no-rows': 'no rows',
    },
  },
};
