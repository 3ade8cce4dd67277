import { MAIL_INTRO } from "#importers/lex/mail-intro.ts";
import { describeLine, type Line } from "../lines/lines.ts";

/** The longest head of a quoted mail. */
const INTRO_LENGTH = 500;

const isIntro = ({ role, content }: Line): boolean =>
  role === "text" && content.length <= INTRO_LENGTH && MAIL_INTRO.test(content);

/**
 * A mail that only adds something to the quoted one below it: its lines, read as text. When the mail was written isn't a
 * time of the story. Null if no mail is quoted. Used only for a text without other entries.
 */
export function openQuotedMail(lines: readonly Line[]): Line[] | null {
  const head = lines.findIndex(isIntro);
  const below = head < 0 ? -1 : lines.findIndex(({ role }, index) => index > head && role !== "blank");
  if (lines[below]?.role !== "quote") return null;
  const read = (line: Line): Line => {
    if (line.role === "quote") return describeLine(line.content, line.number);
    return isIntro(line) ? { ...line, role: "comment" } : line;
  };
  return lines.map((line, index) => (index < head ? line : read(line)));
}
