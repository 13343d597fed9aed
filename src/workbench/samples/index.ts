import { OVERALL_2022 } from './overall-2022';
import { OVERALL_2025 } from './overall-2025';
import { PUBLISHED_2025 } from './published-2025';
import type { Sample } from './sample';

export { sampleSheet, type Sample } from './sample';

/** In the order of the menu; the first is shown at the start. */
export const SAMPLES = {
  'overall-2025': OVERALL_2025,
  'published-2025': PUBLISHED_2025,
  'overall-2022': OVERALL_2022,
} as const satisfies Record<string, Sample>;

export type SampleId = keyof typeof SAMPLES;
export const SAMPLE_IDS = Object.keys(SAMPLES) as SampleId[];
