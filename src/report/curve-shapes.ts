/** 得分曲线 as shapes on a plane, for whatever draws them: the pane's component, a report. No colours here. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** From the back to the front. */
  readonly shapes: readonly Shape[];
  /** What of `FAULTS` is drawn, for the legend. */
  readonly shown: readonly FaultLook[];
}

export type Shape =
  | {
      readonly kind: 'line';
      readonly look: 'axis' | 'tick' | 'full' | 'target' | 'actual' | 'jump';
      readonly from: Place;
      readonly to: Place;
    }
  | { readonly kind: 'path'; readonly look: 'score' | 'above' | 'falling'; readonly places: readonly Place[] }
  | { readonly kind: 'area'; readonly look: 'above' | 'gap' | 'overlap'; readonly places: readonly Place[] }
  | { readonly kind: 'dot'; readonly look: 'closed' | 'open' | 'actual' | 'fault'; readonly at: Place }
  | {
      readonly kind: 'label';
      readonly look: 'axis' | 'full' | 'target' | 'actual';
      readonly at: Place;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
    };

/** In pixels from the top left. */
export type Place = readonly [number, number];

export const FAULTS = ['above', 'falling', 'gap', 'overlap'] as const;
export type FaultLook = (typeof FAULTS)[number];

export const MARGIN = { top: 24, right: 14, bottom: 24, left: 34 };

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
