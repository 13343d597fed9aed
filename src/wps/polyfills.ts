/**
 * What the program and its libraries use and Chromium 69 lacks: the engine of WPS on Linux, as far as it is known. The
 * build fails for anything newer that is neither listed here nor excused (scripts/chromium69).
 */
import 'core-js/actual/global-this';
import 'core-js/actual/array/at';
import 'core-js/actual/array/find-last';
// Stable only since Chromium 70: findings of one row must not change places.
import 'core-js/actual/array/sort';
import 'core-js/actual/object/from-entries';
import 'core-js/actual/object/has-own';
import 'core-js/actual/string/at';
import 'core-js/actual/string/match-all';
import 'core-js/actual/string/replace-all';
import './weak-ref';
