import { formatCell, formatRange, type CellRef, type Range } from '../../src/core/sheet';
import { readWorkbook, type WorkbookFile } from '../../src/formats/xlsx';
import { relationshipsPart } from '../../src/formats/xlsx/parts';
import { Zip } from '../../src/formats/xlsx/zip';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A zip of texts and bytes, in this order. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return Zip.empty()
    .with(
      new Map(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? encoder.encode(part) : part]),
      ),
    )
    .save();
}

/** The parts of an archive, as texts. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = Zip.open(bytes);
  return new Map(zip.names().map((name) => [name, decoder.decode(zip.bytes(name))]));
}

export function withParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | Uint8Array | null>>,
): Uint8Array {
  const written = Object.entries(changes).map(
    ([name, part]) => [name, typeof part === 'string' ? encoder.encode(part) : part] as const,
  );
  return Zip.open(bytes).with(new Map(written)).save();
}

export interface RawWorkbook {
  /** Contents of `<worksheet>`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Contents of `<sst>`. */
  readonly strings?: string;
  /** Contents of `<styleSheet>`; without it there is no style part. */
  readonly styles?: string;
  /** Contents of `<workbook>` before `<sheets>`. */
  readonly workbook?: string;
  readonly main?: string;
  readonly relationships?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** Further relationships of sheets, by sheet name. */
  readonly sheetRelationships?: Readonly<Record<string, string>>;
}

/** A workbook written by hand, to the last character. */
export function rawWorkbook(raw: RawWorkbook): Uint8Array {
  const { main = MAIN, relationships: rel = RELATIONSHIPS } = raw;
  const names = Object.keys(raw.sheets);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}">${raw.workbook ?? ''}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${names
      .map((_, i) => `<Relationship Id="s${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join(
        '',
      )}${raw.strings === undefined ? '' : `<Relationship Id="sst" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/>`}${
      raw.styles === undefined ? '' : `<Relationship Id="st" Type="${rel}/styles" Target="/xl/styles.xml"/>`
    }</Relationships>`,
  };
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}" xmlns:r="${rel}">${raw.sheets[name]}</worksheet>`;
    const related = raw.sheetRelationships?.[name];
    if (related) {
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
        `<Relationships xmlns="${PACKAGE}/relationships">${related}</Relationships>`;
    }
  });
  if (raw.strings !== undefined) parts['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${raw.strings}</sst>`;
  if (raw.styles !== undefined) parts['xl/styles.xml'] = `<styleSheet xmlns="${main}">${raw.styles}</styleSheet>`;
  return zipOf({ ...parts, ...raw.more });
}

/** A note as a person's spreadsheet would have written it, on a sheet without notes. */
export function addUserNote(file: WorkbookFile, sheet: string, cell: CellRef, text: string): WorkbookFile {
  const part = file.index.sheets.find(({ name }) => name === sheet)?.part ?? '';
  const rels = relationshipsPart(part);
  const comments = `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="${formatCell(cell)}" authorId="0"><text><t>${text}</t></text></comment></commentList></comments>`;
  return readWorkbook(
    withParts(file.zip.save(), {
      'xl/comments9.xml': comments,
      [rels]: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/comments" Target="../comments9.xml"/></Relationships>`,
    }),
  );
}

/** Copying a cell widens the area of its rules. */
export function copyMark(file: WorkbookFile, sheet: string, from: CellRef, to: Range): WorkbookFile {
  const part = file.index.sheets.find(({ name }) => name === sheet)?.part ?? '';
  const text = partsOf(file.zip.save()).get(part) ?? '';
  const widened = text.replace(`sqref="${formatCell(from)}"`, `sqref="${formatCell(from)} ${formatRange(to)}"`);
  if (widened === text) throw new Error('no mark to copy');
  return readWorkbook(withParts(file.zip.save(), { [part]: widened }));
}
