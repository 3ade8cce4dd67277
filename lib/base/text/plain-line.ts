/** Printable ASCII with single blanks between; a regular expression looks at a piece of a longer text faster than a loop. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Whether a text is one line of printable ASCII without blanks at its ends or two in a row, as nearly all names and
 * titles of machines are: nothing in it needs to be cleaned.
 */
export const isPlainLine = (text: string): boolean => PLAIN.test(text);
