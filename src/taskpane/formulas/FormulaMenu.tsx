import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { formatRange, type Range } from '../../core/sheet';
import { fill } from '../../i18n/fill';
import type { FormulaCommand } from '../../session';
import { useLocale, useSessionState } from '../context';
import { useConverter } from './conversion';
import { OutcomeDialog } from './OutcomeDialog';
import { formulaWords } from './words';

const COMMANDS: readonly FormulaCommand[] = ['native', 'values', 'back'];
const SCOPES = ['sheet', 'cells', 'rows'] as const;
type Scope = (typeof SCOPES)[number];

/** The last column that a spreadsheet has, from 0. */
const LAST_COLUMN = 16_383;

/**
 * What is done with the PERF formulas of the sheet, of the selected cells, or of the rows that they are in: before a
 * file goes to someone without the add-in, or back after it came home.
 */
export function FormulaMenu({ className }: { readonly className: string }): ReactNode {
  const locale = useLocale();
  const words = formulaWords(locale);
  const selection = useSessionState((state) => state.selection);
  const [wanted, setWanted] = useState<Scope>('sheet');
  const converter = useConverter();
  const ranges = selection?.ranges ?? [];
  const scope = ranges.length === 0 ? 'sheet' : wanted;
  const within: Readonly<Record<Scope, readonly Range[] | null>> = {
    sheet: null,
    cells: ranges,
    rows: ranges.map(({ top, bottom }) => ({ top, bottom, left: 0, right: LAST_COLUMN })),
  };
  const names: Readonly<Record<Scope, string>> = {
    sheet: '',
    cells: ranges.map(formatRange).join(' '),
    rows: ranges.map(({ top, bottom }) => (top === bottom ? `${top + 1}` : `${top + 1}–${bottom + 1}`)).join(' '),
  };
  return (
    <>
      <Menu
        checkedValues={{ scope: [scope] }}
        onCheckedValueChange={(_event, { checkedItems }) =>
          setWanted((checkedItems[0] as Scope | undefined) ?? 'sheet')
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={className}
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={words.menu}
            title={words.menu}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{words.scopeHeading}</MenuGroupHeader>
              {SCOPES.map((one) => (
                <MenuItemRadio
                  key={one}
                  name="scope"
                  value={one}
                  persistOnClick
                  disabled={one !== 'sheet' && ranges.length === 0}
                >
                  {ranges.length === 0 && one !== 'sheet'
                    ? words.scopeNone[one]
                    : fill(words.scope[one], { place: shortened(names[one]) }, locale)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            {COMMANDS.map((command) => (
              <MenuItem
                key={command}
                onClick={() =>
                  void converter.run(command, scope === 'sheet' ? undefined : selection?.sheet, within[scope])
                }
              >
                {words.command[command]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <OutcomeDialog done={converter.done} onClose={converter.dismiss} />
    </>
  );
}

function shortened(place: string): string {
  return place.length > 24 ? `${place.slice(0, 22)}…` : place;
}
