import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoFilled, WarningFilled, type FluentIcon } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Severity } from '../core/rules/rule';

/** Told apart by shape as well as by colour. */
const ICONS: Readonly<Record<Severity, FluentIcon>> = {
  error: ErrorCircleFilled,
  warning: WarningFilled,
  info: InfoFilled,
};

const useStyles = makeStyles({
  icon: { flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
});

export function SeverityIcon(props: { readonly severity: Severity; readonly size?: number }): ReactNode {
  const styles = useStyles();
  const Icon = ICONS[props.severity];
  return <Icon aria-hidden fontSize={props.size ?? 16} className={mergeClasses(styles.icon, styles[props.severity])} />;
}
