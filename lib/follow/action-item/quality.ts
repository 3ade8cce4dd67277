import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import { findHints, hintPattern } from "#lib/reviews/hint/hints.ts";
import { isLongEffort } from "./effort.ts";

/** The known fields of an action while it is proposed. */
export interface ProposedAction {
  title: string;
  doneWhen: string;
  priority: ActionPriority;
  /** The due date by its policy. Null: there is none. */
  dueByPolicy: LocalDate | null;
  dueDate: LocalDate | null;
  hasOwner: boolean;
  hasTracker: boolean;
  hasFactor: boolean;
  /** Working days that are planned. Null: not estimated. */
  effortDays: number | null;
  /** Open actions of the same review. */
  openInReview: number;
}

/** A suggestion about an action. It never blocks anything. */
export interface QualityHint {
  code: string;
  message: string;
}

/** From this many open actions in a review, another one makes each less likely to be finished. */
const MANY = 7;

// Verbs that name a change which someone can see. A title in another language or order is only hinted at.
const VERBS = new Set(
  `add alert allow archive automate back block bound buffer build cache call cap change check close collect compare
  configure connect copy create cut delete deploy describe detect disable display divide document drain drop enable
  encrypt end expire export fail fill fix flag give handle hide import inspect install interview isolate issue keep let
  limit link list load lock log lower make map mark measure merge migrate mirror monitor move name notify open page
  patch pause pin plan poll prevent probe publish purge put raise rate read rebuild record reduce refuse register
  rehearse reject reload remove rename repair replace replay report require reserve reset resize restart restore retry
  return revert revoke roll rotate route run sample scale scan schedule send separate serve set shard show shut sign
  skip split stop store switch sync tell test throttle time trace track turn update upgrade use validate verify warn
  watch write`.split(/\s+/),
);

const startsWithVerb = (title: string) => VERBS.has(/^\p{L}+/u.exec(title.trim())?.[0].toLowerCase() ?? "");

/** Returns what would make a proposed action easier to finish and to verify, the wording first. */
export function qualityHints(action: ProposedAction): QualityHint[] {
  const title = action.title.trim();
  const worded = title === "" ? [] : wordingHints(title);
  const hints: (QualityHint | false)[] = [
    title !== "" && worded.length === 0 && !startsWithVerb(title) && VERB_NEEDED,
    action.doneWhen.trim() === "" && hint("unbounded", "Enter an end state in “Done when”, for the verifier to check."),
    !action.hasOwner && hint("unowned", "Choose one owner."),
    isBeyondPolicy(action) &&
      hint("late_by_policy", `The due date is later than the policy for ${action.priority} allows.`),
    !action.hasTracker && hint("untracked", "Link the issue in the team's tracker."),
    !action.hasFactor && hint("unlinked", "Link the factor that it addresses."),
    isLongEffort(action.effortDays) &&
      hint("short", "It takes over four weeks. Propose a strategic change instead, or split it."),
    action.openInReview >= MANY &&
      hint("many", `This review has ${action.openInReview} open actions. Which three matter most?`),
  ];
  return [...worded, ...hints.filter((one) => one !== false)];
}

const hint = (code: string, message: string): QualityHint => ({ code, message });
const VERB_NEEDED = hint("verb", "Start the title with a verb, then name the system it changes.");

/** The patterns of hints in a review's text, for the words of an action. */
const wordingHints = (title: string): QualityHint[] =>
  [...new Set(findHints(title, "action").map(({ pattern }) => pattern))].map((code) => {
    const { message = "", suggestion = "" } = hintPattern(code) ?? {};
    return hint(code, `${message} ${suggestion}`);
  });

const isBeyondPolicy = ({ dueByPolicy, dueDate }: ProposedAction): boolean =>
  dueByPolicy !== null && (dueDate === null || dueDate > dueByPolicy);
