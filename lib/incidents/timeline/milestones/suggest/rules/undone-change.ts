import { oneOf } from "#lib/base/text/phrases.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import { sharedWords } from "./same-change.ts";

/** Acts and their opposites. Either can be the change that caused the trouble. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:enabl(?:ed?|es|ing)|activat(?:ed?|es|ing)|(?:turn|switch)(?:ed|es|s|ing)? on|(?:turned|switched) (?:[\w.-]{1,30} ){1,5}on)\b/i,
    /\b(?:disabl(?:ed?|es|ing)|deactivat(?:ed?|es|ing)|(?:turn|switch)(?:ed|es|s|ing)? off|(?:turned|switched) (?:[\w.-]{1,30} ){1,5}off)\b/i,
  ],
  [
    /\b(?:add(?:ed|s|ing)?|introduc(?:ed?|es|ing)|install(?:ed|s|ing)?|creat(?:ed?|es|ing))\b/i,
    /\b(?:remov(?:ed?|es|ing)|delet(?:ed?|es|ing)|dropp(?:ed|ing)|drops?|uninstall(?:ed|s|ing)?)\b/i,
  ],
  [
    /\b(?:rais(?:ed?|es|ing)|increas(?:ed?|es|ing))\b/i,
    /\b(?:lower(?:ed|s|ing)?|reduc(?:ed?|es|ing)|decreas(?:ed?|es|ing))\b/i,
  ],
];
/** A line that tells such an act itself, whatever its kind. "Increased errors" aren't one. */
const TELLS_ACT =
  /^(?:(?:we|he|she|they|the team|[A-Z][a-z]{1,20}) )?(?:enabled|disabled|activated|deactivated|turned|switched|added|introduced|installed|created|removed|deleted|dropped|uninstalled)\b/i;
const LEAST_SHARED = 2;
const NOT_DONE =
  /\b(?:not|would|could|should|consider(?:ed|s|ing)?|plan(?:ned|s|ning)?|propos(?:ed?|es|ing)|cannot|can't|failed to)\b/i;

export const isAct = ({ title }: ToldEvent): boolean => TELLS_ACT.test(title);

/** Returns whether a later event undoes a change by its opposite: "Enabled the new index", "Disabled the new index". */
export function isOpposite(later: ToldEvent, change: ToldEvent): boolean {
  if (NOT_DONE.test(later.title) || NOT_DONE.test(change.title)) return false;
  if (sharedWords(later, change) < LEAST_SHARED) return false;
  const isPair = (one: RegExp, other: RegExp) => one.test(change.title) && other.test(later.title);
  return OPPOSITES.some(([on, off]) => isPair(on, off) || isPair(off, on));
}

const WHO = "(?:(?:we|he|she|they|the team|[A-Z][a-z]{1,20}) )?";
const IT =
  "(?:it|this|that|everything|all changes|(?:the |our |that |this )?(?:last |latest |recent |bad |faulty )?(?:changes?|commits?|pr|pull request|merge))";
const BARE = new RegExp(
  `(?:^|[.!;] )${WHO}${oneOf`
    (?:roll(?:ed|s|ing)? back|revert(?:ed|s|ing)?)(?: ${IT})?
    roll(?:ed|s|ing)? ${IT} back
    (?:a |the |our )?(?:rollback|revert)
    ${IT}(?: was| were| is| has been| have been)? (?:rolled back|reverted)
  `}(?: (?:was |is |has been )?(?:performed|started|initiated|completed?|done|executed|finished|successful(?:ly)?))?(?: (?:from|via|using|by|in|on|at) .{1,60})?[.!]?$`,
  "i",
);

/** Returns whether a text mentions a rollback without naming the change: "Rolled back from the backup". */
export const isBareRollback = ({ title }: ToldEvent): boolean => BARE.test(title);
