import { oneOf } from "#lib/base/text/phrases.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { isRecovery } from "../rules/signs.ts";
import { captionOf } from "../statements/plain-words.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import type { WeighedName } from "./candidates.ts";

/** "Decision to postpone the failover", "opted not to restart": nothing is done yet. */
const PUT_OFF = new RegExp(
  String.raw`\b${oneOf`decision | decid(?:ed?|es|ing) | opt(?:s|ed)? | chos(?:e|en) | choos(?:e|es) | agreed? | agrees`}\b[^.;]{0,30}?\b${oneOf`
    to (?:postpone|defer|delay|wait|await|hold (?:off|back)|put off|leave|do nothing|stay|keep waiting|not) | not to | against
  `}\b`,
  "i",
);

/** "Final leak fixed", "the remaining two servers were rebooted": earlier steps of the same kind started it. */
const LAST_OF = new RegExp(
  String.raw`^\W*(?:the |our )?(?:last|final|remaining) (?:[\w-]{1,25} ){1,8}?(?:(?:was|were|is|are|has been|have been|got|and) )?(?:re)?${oneOf`
    fixed | built | started | booted | deployed | rolled out | installed | replaced | patched | repaired | restored | migrated | moved
  `}\b`,
  "i",
);

/** "The servers were successfully restarted": the act is done, and what is told of it is its end. */
const DONE =
  /\bsuccessfully (?:re)?(\w{4})\w{0,12}ed\b|\b(?:re)?(\w{4})\w{0,12}ed (?:back )?successfully\b|\b(rolled) back successfully\b/i;
const WITHIN_MS = 3 * HOUR_MS;

/** "It no longer responds", "this made things worse": what the act did. */
const WORSE = new RegExp(
  String.raw`\b${oneOf`
    no longer (?:respond|answer|start|boot|work)(?:s|ed|ing)? | no longer (?:reachable|available|online|accessible)
    (?:made|makes) (?:it|things|matters|the situation|everything) (?:even |much )?worse
    (?:did(?: not|n['’]t)|never|failed to|fails to|does(?: not|n['’]t)) (?:come|came|comes) (?:back|up|online)\b
    (?:failed|fails|refused|refuses) to (?:boot|start|come (?:back|up))
    (?:capacity|throughput) (?:then )?(?:dropped|fell|went down) to
  `}(?!\w)`,
  "i",
);

/** "Manual recovery initiated; process managers restored": the work starts, and what it restores is a part. */
const RECOVERY_BEGUN = new RegExp(
  String.raw`^\W*(?:the |our |an? )?(?:[\w-]{1,20} ){0,2}?${oneOf`
    recovery | restoration | restore | repairs? | rebuild | fail-?over | rollback | re-?start | reboot
  `}(?: (?:of|for|on) [^,;.:]{1,40}?)?(?: (?:was|were|has been|is))? ${oneOf`
    initiated | started | starts | begun | began | begins | kicked off | underway | launched
  `}\b(?!.{0,120}\b(?:all|fully|everything|completed?|finished|normal)\b)`,
  "i",
);

/** "After switching to the second server we noticed …": someone had already responded. */
const AFTER_STEP = new RegExp(
  String.raw`^\W*(?:after|following|once|since) (?:(?:we|i|they|the team) (?:had )?)?(?:(?:the|this|our|that) )?${oneOf`
    (?:switch|mov|restart|reboot|roll|replac|disabl|enabl|deploy|migrat|fail|revert|chang|clear|block|apply|bring)(?:ing|ed|led|p?ed|ped)\b
    (?:add|remov|patch|upgrad|scal|kill|rerout|install|reset)(?:ing|ed|led|ted|ting)\b
    fail-?over | fail-?back | restart | reboot | rollback | revert | fix | patch | switch(?:over)? | migration | move | replacement | reset
    hotfix | workaround
  `}`,
  "i",
);
const READ = 400;
const isWorse = ({ title, body = "" }: ToldEvent): boolean => WORSE.test(`${title}\n${body}`.slice(0, READ));

/** Returns whether an event only tells that an act is done that an event before it tells, too. */
function isDoneOnly({ title, ms, id }: ToldEvent, events: readonly ToldEvent[]): boolean {
  const [, behind, before, rolled] = DONE.exec(title) ?? [];
  const stem = (rolled ? "roll" : (behind ?? before))?.toLowerCase();
  if (!stem) return false;
  const same = new RegExp(String.raw`\b(?:re)?${stem}`, "i");
  return events.some(
    (one) => one.id !== id && one.ms <= ms && ms - one.ms <= WITHIN_MS && same.test(`${one.title} ${one.body ?? ""}`),
  );
}

/** Returns whether the text of an event tells that it isn't the milestone, wherever its kind is from. */
export function isDenied(name: WeighedName, event: ToldEvent, events: readonly ToldEvent[]): boolean {
  const { title, ms } = event;
  switch (name) {
    case "detected":
      return AFTER_STEP.test(title) || captionOf(title) === "identified";
    case "mitigation_started":
      return PUT_OFF.test(title) || LAST_OF.test(title) || isWorse(event) || isDoneOnly(event, events);
    case "mitigated":
      return RECOVERY_BEGUN.test(title) && events.some((later) => later.ms > ms && isRecovery(later));
    default:
      return false;
  }
}
