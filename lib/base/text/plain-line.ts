/** Printable ASCII with single spaces between. A regular expression is faster than a loop here. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** A longer text would exhaust the stack of the regular expression. */
const LONGEST = 100_000;

/**
 * Returns whether a text is one line of printable ASCII without spaces at its ends or two in a row, as nearly all names
 * and titles from machines are. Such a text needs no cleaning.
 */
export const isPlainLine = (text: string): boolean => text.length <= LONGEST && PLAIN.test(text);
