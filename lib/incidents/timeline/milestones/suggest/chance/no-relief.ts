import { oneOf, words } from "#lib/base/text/phrases.ts";
import type { ReadStory } from "../rules/by-rules.ts";
import { ENDS, isBad, tells } from "../rules/signs.ts";
import { captionOf } from "../statements/plain-words.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import { isOnlyTested } from "./not-ours.ts";
import { isBackInPart, isBeingChecked, isCheckedWell, isOfBefore } from "./only-told.ts";

const NOT_YET = words`
  (?:start(?:s|ed|ing)?|begin(?:s|ning)?|began) (?:to (?:come|recover|return|work|improve|go)|(?:com|recover|return|work|improv|go)ing)\b(?!.{0,80}\b(?:restored|resolved|recovered|normal)\b)
  (?:but|though|although)\b[^.;]{0,60}\b(?:intermittent(?:ly)?|partial(?:ly)?|degraded|unstable|flaky|patchy|slow)
  (?:tentatively|provisionally|presumably) (?:\w+ )?(?:operational|restored|resolved|fixed|back|working|stable|up|online|available)
  (?:operational|restored|resolved|fixed|back|working|stable|up|online|available),? (?:tentatively|provisionally|initially|(?:pending|subject to|awaiting) (?:further |more |final |the )?(?:test(?:s|ing)?|confirmation|verification|validation|checks|results))
  (?:available|restored|working|back|up|online)\b[^.;]{0,60} initially(?=\W*(?:$|[.;,]))
`;

const NOT_LIVE =
  /\b(?:staging|sandbox|testing|test|pre-?prod(?:uction)?|dev(?:elopment)?|lab|demo)\s(?:environment|env|server|cluster|instance|system|site|stack|account|realm|shard|world|network|rig)\b|\b(?:for|in|on)\s(?:testing|staging)\b/i;
const BAD = "blocked|broken|down|failing|offline|stuck|unavailable|unreachable";
const STILL_BAD = new RegExp(
  oneOf`
    \b(?:but|yet|though|however|while)\b(?![^.;]{0,60}\b(?:no(?:t|ne)?|never|without|stopped|cleared|fewer)\b)[^.;]{0,60}\b(?:fails?|${BAD})\b
    \bsame (?:error|issue|problem|failure|symptom)s?\b
    \bstill (?:\w+ )?(?:degraded|unable to|${BAD})\b
  `,
  "i",
);

/** "The last backup is restored": the data is there again, and perhaps no one can use it yet. */
const COPY_ALONE =
  /\b(?:backups?|snapshots?|dumps?)(?: (?:of|from) [^,;.]{1,40}?)?(?: (?:is|was|are|were|has|have|had))?(?: been)? (?:restored|recovered|loaded)\b(?!.{0,80}\b(?:back|online|up|again|normal|works?|available)\b)/i;

/**
 * Returns whether an event relieves no one: someone only investigates, a copy of data is restored, something still
 * fails, or it works elsewhere ("staging is back for testing", unless staging was what failed).
 */
export function isNoRelief({ title, ms, isGiven, kinds }: ToldEvent, { events }: ReadStory): boolean {
  if (captionOf(title) === "investigating") return true;
  if (isGiven && tells({ kinds }, ENDS)) return false;
  const failedThere = events.some((earlier) => earlier.ms < ms && isBad(earlier) && NOT_LIVE.test(earlier.title));
  return (
    STILL_BAD.test(title) ||
    isOnlyTested(title) ||
    COPY_ALONE.test(title) ||
    isBeingChecked(title) ||
    (NOT_LIVE.test(title) && !failedThere)
  );
}

/** "We see improvements", "uploads are recovering". */
const IMPROVES =
  /\b(?:see(?:ing|s|n)?|saw|noticed?|show(?:s|ing|ed)?|with|signs of) (?:\w+ ){0,2}(?:improv|recover)\w+|\b(?:is|are|was|were) (?:\w+ )?(?:improving|recovering|recovered|stabili[sz]ing|restored)\b/i;
/**
 * "Yesterday we removed the router, and all was well": the relief came before this post. So it did if the last post
 * says that it is resolved, and one before it that it got better.
 */
export const isLateNews = ({ title, ms, isGiven }: ToldEvent, events: readonly ToldEvent[]): boolean =>
  !isGiven &&
  (isOfBefore(title) ||
    isCheckedWell(title) ||
    (captionOf(title) === "resolved" && events.some((earlier) => earlier.ms < ms && IMPROVES.test(earlier.title))));

/** Returns whether an event is the start of a recovery or a part of it. */
export const isNotYet = ({ title, isGiven }: ToldEvent): boolean =>
  !isGiven && (NOT_YET.test(title) || STARTS_WORK.test(title) || isBackInPart(title));

/** "Investigation started. Server healthy": the response starts with it, so it isn't its end. */
const STARTS_WORK =
  /^\W*(?:the |an? |our )?(?:[\w-]{1,20} )?(?:investigation|analysis|troubleshooting|triage) (?:was |has |is )?(?:began|begun|begins|started|starts|initiated|opened)\b/i;
