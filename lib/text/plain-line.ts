const BLANK = 32;
const LAST_ASCII = 126;

/**
 * Whether a text is one line of printable ASCII without blanks at its ends or two in a row, as nearly all names and
 * titles of machines are: nothing in it needs to be cleaned.
 */
export function isPlainLine(text: string): boolean {
  let before = BLANK;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < BLANK || code > LAST_ASCII || (code === BLANK && before === BLANK)) return false;
    before = code;
  }
  return before !== BLANK;
}
