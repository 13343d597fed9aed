import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ZoomFitRegular, ZoomInRegular } from '@fluentui/react-icons';
import { memo, useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { contains, type CellContent, type CellFormat } from '../../../core/sheet';
import type { DrawnForm } from '../../../core/templates';
import { useLocale } from '../../context';
import { formsText } from '../../../i18n/forms';

const useStyles = makeStyles({
  frame: { position: 'relative', margin: '8px 0 4px', maxWidth: '960px' },
  window: {
    maxHeight: '260px',
    overflow: 'auto',
    padding: '8px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  large: { maxHeight: '70vh' },
  /** Paper is white and print is black, whatever the pane looks like. */
  paper: {
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    backgroundColor: '#ffffff',
    color: '#000000',
    boxShadow: tokens.shadow4,
    '& td': { padding: '1px 4px', overflow: 'hidden', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  },
  bordered: { border: '1px solid #000000' },
  formula: { color: '#6b6b6b', fontStyle: 'italic' },
  zoom: { position: 'absolute', right: '6px', bottom: '6px' },
});

/** Pixels of a character of the default font, and of a column's padding. */
const CHARACTER = 7;
const PADDING = 5;
const POINT = 4 / 3;
const FRAME = 20;

interface Spot {
  readonly key: string;
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
  readonly content: CellContent | null;
  readonly format: CellFormat;
}

/** Every cell of the form by its row: what stands in it, how far it goes, how it looks. */
function spotsOf(drawn: DrawnForm): Spot[][] {
  const { range, merges, formats, cells } = drawn;
  const contents = new Map(cells.map(({ cell, content }) => [`${cell.row},${cell.column}`, content]));
  const heads = new Map(merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  const rows: Spot[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const spots: Spot[] = [];
    for (let column = range.left; column <= range.right; column++) {
      const key = `${row},${column}`;
      const merge = heads.get(key);
      if (!merge && merges.some((other) => contains(other, { row, column }))) continue;
      const looks = formats.filter((area) => contains(area.range, { row, column })).map(({ format }) => format);
      spots.push({
        key,
        row,
        rows: merge ? merge.bottom - merge.top + 1 : 1,
        columns: merge ? merge.right - merge.left + 1 : 1,
        content: contents.get(key) ?? null,
        format: Object.assign({}, ...looks) as CellFormat,
      });
    }
    rows.push(spots);
  }
  return rows;
}

function styleOf({ font, size, bold, horizontal, vertical, fill, color }: CellFormat): CSSProperties {
  return {
    fontFamily: `"${font ?? '宋体'}", "SimSun", "Noto Serif CJK SC", serif`,
    fontSize: `${size ?? 11}pt`,
    fontWeight: bold ? 700 : 400,
    textAlign: horizontal ?? 'left',
    verticalAlign: vertical ?? 'middle',
    ...(fill === undefined ? {} : { backgroundColor: fill }),
    ...(color === undefined ? {} : { color }),
  };
}

/** 预览: the form as it will stand on the sheet, on white paper; as wide as the pane, or as large as it is. */
export const FormPreview = memo(function FormPreview({ drawn }: { readonly drawn: DrawnForm }): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = formsText(locale).preview;
  const { title } = drawn.form;
  const [large, setLarge] = useState(false);
  const [width, setWidth] = useState(320);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const rows = useMemo(() => spotsOf(drawn), [drawn]);
  const widths = drawn.columnWidths.map((characters) => characters * CHARACTER + PADDING);
  const whole = widths.reduce((sum, own) => sum + own, 0);
  const zoom = large ? 1 : Math.min(1, (width - FRAME) / whole);
  const toggle = large ? text.fit : text.enlarge;
  return (
    <div className={styles.frame} ref={frame}>
      <div
        className={mergeClasses(styles.window, large && styles.large)}
        role="region"
        aria-label={`${text.label} ${locale === 'zh-CN' ? title.zh : title.en}`}
        tabIndex={0}
      >
        <table className={styles.paper} style={{ zoom, width: whole }}>
          <colgroup>
            {widths.map((own, index) => (
              <col key={index} style={{ width: own }} />
            ))}
          </colgroup>
          <tbody>
            {rows.map((spots, index) => (
              <tr key={index} style={{ height: (drawn.rowHeights[index] ?? 15) * POINT }}>
                {spots.map(({ key, rows: down, columns, content, format }) => (
                  <td
                    key={key}
                    rowSpan={down}
                    colSpan={columns}
                    className={format.borders ? styles.bordered : undefined}
                    style={styleOf(format)}
                  >
                    {content && 'formula' in content ? (
                      <span className={styles.formula} title={content.formula}>
                        {text.formula}
                      </span>
                    ) : (
                      shown(content, format)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        className={styles.zoom}
        size="small"
        icon={large ? <ZoomFitRegular /> : <ZoomInRegular />}
        aria-label={toggle}
        title={toggle}
        onClick={() => setLarge(!large)}
      />
    </div>
  );
});

function shown(content: CellContent | null, { numberFormat }: CellFormat): string {
  if (!content || 'blank' in content) return '';
  if ('text' in content) return content.text;
  if ('number' in content) {
    if (numberFormat?.endsWith('%')) return `${(content.number * 100).toFixed(2)}%`;
    if (numberFormat?.includes('0.00')) {
      return content.number.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    }
    return String(content.number);
  }
  return 'boolean' in content ? String(content.boolean) : 'error' in content ? content.error : '';
}
