const CALL = /"(?:[^"]|"")*(?:"|$)|(?<![\p{L}\p{N}_.])(?:_xl(?:fn|udf)\.)*(?:PERF\.|_xldudf_PERF_)[A-Z]+\(/giu;

/**
 * Whether a formula calls functions of the add-in. Excel shows them by their stored names while the add-in is missing,
 * and so may WPS, which knows none of these names, with a prefix for unknown functions before them.
 */
export function callsAddIn(formula: string): boolean {
  for (const [token] of formula.matchAll(CALL)) if (!token.startsWith('"')) return true;
  return false;
}
