import { SettingsRegular, type FluentIcon } from '@fluentui/react-icons';
import { lazy, type ComponentType } from 'react';
import type { UiText } from '../../i18n';
import { CheckView } from './check/CheckView';

export type ViewId = keyof Omit<UiText['view'], 'navigation'>;

export interface ViewEntry {
  /** Its name is the catalogue's `view[id]`. */
  readonly id: ViewId;
  readonly View: ComponentType;
  /** Shown as this icon alone, after the others. */
  readonly icon?: FluentIcon;
}

/** The views of the pane, in the order of the bar; all but the first are loaded when they are opened. */
export const VIEWS: readonly [ViewEntry, ...ViewEntry[]] = [
  { id: 'check', View: CheckView },
  { id: 'settings', View: lazy(() => import('./settings/SettingsView')), icon: SettingsRegular },
];
