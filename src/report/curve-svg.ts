import type { Input, ScoreCurve } from '../core/scoring';
import { drawCurve, type DrawingOptions, type Place, type Shape } from './curve-drawing';
import { escapeHtml } from './escape';

/** Dashes and hatching as well as colours: prints are black and white. */
const LOOKS: Readonly<Record<string, string>> = {
  axis: 'stroke="#8a8a8a"',
  tick: 'stroke="#8a8a8a"',
  full: 'stroke="#616161" stroke-dasharray="5 3"',
  target: 'stroke="#616161" stroke-dasharray="1.5 3"',
  actual: 'stroke="#835b00" stroke-width="1.5"',
  jump: 'stroke="#707070" stroke-dasharray="2 2"',
  score: 'stroke="#0f6cbd" stroke-width="2"',
  above: 'stroke="#b10e1c" stroke-width="3"',
  falling: 'stroke="#b10e1c" stroke-width="3" stroke-dasharray="5 4"',
};

const HATCHES = [
  ['above', 45, '#b10e1c'],
  ['gap', -45, '#616161'],
  ['overlap', 0, '#b10e1c'],
] as const;

/** 得分曲线 as an SVG of its own, for reports; `label` is what is said of it to those who can't see it. `id` is unique on the page. */
export function curveSvg(
  curve: ScoreCurve,
  input: Input,
  options: DrawingOptions & { readonly label: string; readonly id: string },
): string {
  const { width, height, shapes } = drawCurve(curve, input, options);
  const id = escapeHtml(options.id);
  const label = escapeHtml(options.label);
  const hatches = HATCHES.map(
    ([look, angle, colour]) =>
      `<pattern id="${id}-${look}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})"><line x1="0" y1="0" x2="0" y2="6" stroke="${colour}"/></pattern>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="11">`,
    `<defs>${hatches.join('')}</defs>`,
    ...shapes.map((shape) => element(shape, id)),
    '</svg>',
  ].join('');
}

function pathOf(places: readonly Place[]): string {
  return places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function element(shape: Shape, id: string): string {
  switch (shape.kind) {
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${LOOKS[shape.look] ?? ''}/>`;
    }
    case 'path':
      return `<path d="${pathOf(shape.places)}" fill="none" ${LOOKS[shape.look] ?? ''}/>`;
    case 'area':
      return `<path d="${pathOf(shape.places)}Z" fill="url(#${id}-${shape.look})"/>`;
    case 'dot': {
      const [x, y] = shape.at;
      if (shape.look === 'fault')
        return `<path d="M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8" stroke="#b10e1c" stroke-width="2"/>`;
      if (shape.look === 'actual') return `<path d="M${x} ${y - 6}l6 6l-6 6l-6 -6Z" fill="#eaa300" stroke="#242424"/>`;
      const fill = shape.look === 'open' ? '#fff' : '#0f6cbd';
      return `<circle cx="${x}" cy="${y}" r="3.5" fill="${fill}" stroke="#0f6cbd"/>`;
    }
    case 'label': {
      const [x, y] = shape.at;
      return `<text x="${x}" y="${y}" text-anchor="${shape.anchor}" fill="#424242">${escapeHtml(shape.text)}</text>`;
    }
  }
}
