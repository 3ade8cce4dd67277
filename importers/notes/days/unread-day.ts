import { oneOf } from "#lib/base/text/phrases.ts";

const LEAD = String.raw`(?:(?:on|the|a|by|in|early|late|later|around|about|that)\s+){0,3}`;
const DAY = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)day`;
const SPAN = String.raw`(?:days?|nights?|weeks?|months?|years?)`;
/** Words for an unclear day: days can't be counted from the one above. */
const UNREAD = new RegExp(
  String.raw`^${LEAD}${oneOf`
    (?:(?:next|following|previous|last|this|same)\s+)?${DAY}s?\b | \d{1,2}(?:st|nd|rd|th)\b
    (?:next|following|previous|last|same)\s+(?:day|morning|afternoon|evening|night|week|weekend|month)\b
    (?:week|weekend|month)s?\b | (?:\w+\s+)?${SPAN}\s+(?:later|after|before|on)\b
    (?:morning|evening|night|day)\s+(?:after|before)\b | (?:day|night)\s+(?:one|two|three|four|five|six|seven)\b
    tomorrow\b | yesterday\b
  `}`,
  "i",
);
const LONGEST = 60;

/** Returns whether a title names a part only as earlier than the one above: "Before that", "Some weeks earlier". */
export const isEarlierPart = (title: string): boolean => title.length <= LONGEST && EARLIER.test(title.trim());
const EARLIER = new RegExp(
  `^${oneOf`
    (?:(?:long|just|shortly|right|\w+ \w+) )?before (?:that|this|then|all (?:that|this)|it all)\b
    (?:(?:even|much|some time|\w+ \w+) )?(?:earlier|previously)$
    (?:what (?:came|happened|went) )before$
  `}`,
  "i",
);

/** A short line with an unclear day: "The following Monday", "Wednesday the 4th", "Two days later". */
export function isUnreadDay(line: string): boolean {
  const words = line.replace(/^[\s*_`#>-]{1,10}/, "");
  return line.length <= LONGEST && UNREAD.test(words);
}
