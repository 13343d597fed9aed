import type { Target } from '../target';
import { compiler } from './compiler';
import { forms } from './forms';
import { parser } from './parser';
import { check, reader } from './reader';
import { xlsx } from './xlsx';

/** What is fuzzed: `npm run fuzz -- --target NAME`. */
export const TARGETS: readonly Target[] = [reader, check, parser, compiler, xlsx, forms] as readonly Target[];
