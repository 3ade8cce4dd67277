/** Printable ASCII with single blanks between; a regular expression looks at a piece of a longer text faster than a loop. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** A longer text would exhaust the stack of the regular expression. */
const LONGEST = 100_000;

/**
 * Whether a text is one line of printable ASCII without blanks at its ends or two in a row, as nearly all names and
 * titles of machines are: nothing in it needs to be cleaned.
 */
export const isPlainLine = (text: string): boolean => text.length <= LONGEST && PLAIN.test(text);
