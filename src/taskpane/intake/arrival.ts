import { createContext } from 'react';
import type { Copied } from '../parts/clipboard';

/** What somebody dropped or pasted; `box` where they ask where to. */
export type Arrival =
  | { readonly kind: 'box' }
  /** `more`: other files came along. */
  | { readonly kind: 'file'; readonly file: File; readonly more: boolean }
  | { readonly kind: 'copied'; readonly copied: Copied };

/** Opens 收到的表格 from within a view. */
export const IntakeContext = createContext<(arrival: Arrival) => void>(() => undefined);
