import { MONTH_NAMES } from "#importers/lex/month-names.ts";
import { ABOUT } from "#importers/lex/time-lead.ts";
import { LONG_WEEKDAY } from "#lib/base/time/local-date.ts";

const SIGN = String.raw`[./\-–—|\\·_,]`;
const MONTH = String.raw`(?:${MONTH_NAMES}|[ivx]{1,4})(?![\p{L}])`;
const DATE = String.raw`(?:${[
  String.raw`\d{1,4}\s?${SIGN}\s?(?:\d{1,2}|${MONTH})(?:\s?${SIGN}?\s?['’]?\d{2,4})?`,
  String.raw`\d{1,2}(?:st|nd|rd|th|er|º|ª)?\.?[\s/_-]{0,3}(?:of\s|de\s)?${MONTH}(?:[\s/_-]{0,3}['’]?\d{2,4})?`,
  String.raw`${MONTH}[.\s/_-]{0,3}(?:the\s)?\d{1,2}(?:st|nd|rd|th)?`,
  String.raw`(?:${LONG_WEEKDAY})?,?\s?(?:the\s)?\d{1,2}(?:st|nd|rd|th|er|º|ª)`,
  String.raw`\d{1,4}\s?[年月日년월일]`,
  String.raw`(?:19|20)\d{6}`,
].join("|")})`;
const MARKS = String.raw`[\s*_\x60~([<>#|\])"“.,;:–—@-]`;
const LEAD = String.raw`(?:at|um|à|в|${ABOUT})\s`;
/** A date with nothing behind it but marks. Before "at", a number with a point is a version too: "deployed 4.2 at". */
const BEFORE_TIME = new RegExp(String.raw`(?<![\p{L}\d.:/-])${DATE}\.?${MARKS}{0,8}[~≈∼]?${MARKS}{0,3}$`, "iu");
const ON = String.raw`(?:on|am|le|el|il|den|of|from)\s(?:the\s)?`;
const NAMED_BEFORE_TIME = new RegExp(String.raw`(?<![\p{L}\d])${ON}${DATE}\.?,?\s(?:${LEAD}){1,2}[~≈∼]?$`, "iu");
/** A date at the start of the line, before words. */
const OPENING = new RegExp(String.raw`^${MARKS}{0,8}${DATE}(?![\p{L}\d%:])`, "iu");

/** "28·01 06:00 - started": such a date right before a time. */
const OPENS_ROW = new RegExp(
  String.raw`^${MARKS}{0,8}(?:${ON})?${DATE}\.?[^\p{L}\d]{0,3}${MARKS}{1,8}(?:${LEAD}){0,2}[~≈∼]?\d{1,2}[:h]\d{2}(?!\d)`,
  "iu",
);

/** Returns whether a line starts with what looks like a date and a time. Its day is unknown unless it is an entry. */
export const startsWithUnreadDate = (line: string): boolean => OPENS_ROW.test(line.slice(0, 80));

/** Returns whether the words before a time contain what looks like a date: its day isn't that of the lines above. */
export const hasUnreadDate = (before: string): boolean =>
  before.length > 0 && [OPENING, BEFORE_TIME, NAMED_BEFORE_TIME].some((one) => one.test(before));
