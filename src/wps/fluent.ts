import { makeStyles as makeFluentStyles } from '@fluentui/react-components';
import { withoutFlexGap } from './flex-gap';
import type { StyleObject } from './flex-gap';
import { olderStyle } from './older-styles';

/** Fluent UI as the pane's views get it in the bundle of WPS. */
export * from '@fluentui/react-components';

export const makeStyles: typeof makeFluentStyles = (styles) =>
  makeFluentStyles(
    Object.fromEntries(
      Object.entries(styles as Readonly<Record<string, StyleObject | string>>).map(([slot, style]) => [
        slot,
        typeof style === 'string' ? style : olderStyle(withoutFlexGap(style)),
      ]),
    ) as typeof styles,
  );
