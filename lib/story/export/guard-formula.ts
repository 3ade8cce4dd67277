/** Spreadsheets run a cell that starts with one of these as a formula. The full-width forms count too. */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns a cell that no spreadsheet runs, with an apostrophe before anything that looks like a formula. */
export const guardFormula = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** Returns the cell without the guard. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
