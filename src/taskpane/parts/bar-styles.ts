import { makeStyles, tokens } from '@fluentui/react-components';

/** A bar at the foot of a view: what the state of things is, over what can be done. */
export const useBarStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 6px',
    flexShrink: 0,
    padding: '6px 8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  status: {
    width: '100%',
    minHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    ':empty': { position: 'absolute', width: '1px', minHeight: '0' },
  },
  main: { flexGrow: 1, minWidth: 0 },
  undo: { fontWeight: tokens.fontWeightRegular, minWidth: 0 },
  more: { minWidth: 'auto', flexShrink: 0 },
});
