import type { SheetSnapshot } from '../../../src/core/sheet';
import { startWps } from '.';
import type { WpsOptions, WpsStandIn } from '.';
import { contentsOf, marksOf, pictureOf } from './picture';

/** What a page has to have before the add-in's own scripts: to be bundled as a plain script and put in front of them. */
function installWps(sheets: readonly SheetSnapshot[], options?: WpsOptions): WpsStandIn {
  const standIn = startWps(sheets, options);
  Object.assign(globalThis, standIn.root, { wpsStandIn: standIn });
  return standIn;
}

Object.assign(globalThis, { installWps, wpsPictures: { contentsOf, marksOf, pictureOf } });
