const CALL = /"(?:[^"]|"")*(?:"|$)|(?<![\p{L}\p{N}_.])(?:PERF\.|_xldudf_PERF_)[A-Z]+\(/giu;

/** Whether a formula calls functions of the add-in; Excel shows them by its stored name while the add-in is missing. */
export function callsAddIn(formula: string): boolean {
  for (const [token] of formula.matchAll(CALL)) if (!token.startsWith('"')) return true;
  return false;
}
