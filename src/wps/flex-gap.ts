/**
 * Space between flex items came with Chromium 84. In the bundle of WPS the styles of the pane say it by margins instead:
 * what follows an item is held off by the item's own margin, so that `margin-left: auto` on the next one still works.
 * Items that wrap keep their row's space below the last row, too.
 */
export type StyleObject = Readonly<Record<string, unknown>>;

const isStyle = (value: unknown): value is StyleObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The style with margins for gaps; nested rules too, which lay out as what they stand in unless they say otherwise. */
export function withoutFlexGap(style: StyleObject, outer: StyleObject = {}): StyleObject {
  const layout = { ...outer, ...style };
  const { gap, rowGap, columnGap, ...others } = style;
  const nested = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [
      name,
      // Beneath another element the layout is another one.
      isStyle(value)
        ? withoutFlexGap(value, /^[@:&][^ >+~]*$/.test(name) || name.startsWith('@') ? layout : {})
        : value,
    ]),
  );
  const isFlex = /^(?:inline-)?flex$/.test(String(layout['display'] ?? ''));
  if (!isFlex) return { ...nested, ...defined({ gap, rowGap, columnGap }) };
  const [row, column = row] = String(gap ?? '').split(' ');
  const between = { row: rowGap ?? row, column: columnGap ?? column };
  const isColumn = String(layout['flexDirection'] ?? '').startsWith('column');
  const wraps = layout['flexWrap'] === 'wrap';
  const margins = [
    ...(wraps && between.row ? [['> *', { marginBottom: between.row }] as const] : []),
    ...(!isColumn && between.column ? [['> :not(:last-child)', { marginRight: between.column }] as const] : []),
    ...(isColumn && !wraps && between.row ? [['> :not(:last-child)', { marginBottom: between.row }] as const] : []),
  ];
  return {
    ...Object.fromEntries(margins.map(([name, rule]) => [name, { ...rule, ...own(nested[name]) }])),
    ...rest(nested, margins),
  };
}

const own = (value: unknown): StyleObject => (isStyle(value) ? value : {});

const rest = (style: StyleObject, margins: readonly (readonly [string, StyleObject])[]): StyleObject =>
  Object.fromEntries(Object.entries(style).filter(([name]) => !margins.some(([taken]) => taken === name)));

const defined = (style: StyleObject): StyleObject =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
