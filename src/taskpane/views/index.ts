import { SettingsRegular, type FluentIcon } from '@fluentui/react-icons';
import { lazy, type ComponentType } from 'react';
import type { View as ViewId } from '../../session';

export type { View as ViewId } from '../../session';

export interface ViewEntry {
  /** Its name is the catalogue's `view[id]`. */
  readonly id: ViewId;
  readonly View: ComponentType;
  /** Shown as this icon alone, after the others. */
  readonly icon?: FluentIcon;
}

const loadFirst = () => import('./check/CheckView');
// What fails here fails again where it is shown, and is told of there.
loadFirst().catch(() => undefined);

// Small screens that are opened seldom come as one part, `more`: each part has its line in the script that cells wait for.

/** The views of the pane, in the order of the bar; each is loaded when it is opened, the first one at once. */
export const VIEWS: readonly [ViewEntry, ...ViewEntry[]] = [
  { id: 'check', View: lazy(loadFirst) },
  { id: 'score', View: lazy(() => import('./score/ScoreView')) },
  { id: 'forms', View: lazy(() => import('./forms/FormsView')) },
  { id: 'library', View: lazy(() => import('./library/LibraryView')) },
  { id: 'review', View: lazy(() => import('./review/ReviewView')) },
  { id: 'settings', View: lazy(() => import('./settings/SettingsView')), icon: SettingsRegular },
];
