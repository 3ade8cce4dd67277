import { oneOf, words } from "#lib/base/text/phrases.ts";
import { groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { GOES_ON } from "../rules/beginning.ts";
import { saysAny, tells } from "../rules/signs.ts";
import { isOnlyTried } from "../rules/steps.ts";
import { captionOf } from "../statements/plain-words.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import { isInVain, isOfBefore, isSuspected, isToldByTool } from "./only-told.ts";

/** "Reproduced the failure with curl": this changes no part of the system. */
const REPRODUCED =
  /^\W*(?:(?:we|i|he|she|they|the team|[A-Z][a-z]{1,20}) )?(?:could |can |was able to |were able to )?reproduc(?:ed?|es|ing) (?!.*\b(?:fixed|reverted|restarted|rolled back|deployed|patched)\b)/i;

/** "The delay slowly dropped and cleared": a number got better, and no one is said to act. */
const GOT_BETTER = new RegExp(
  String.raw`^\W*(?:(?:the|our|all|this|that|most) )*(?:[\w-]{1,20} ){0,2}?${oneOf`
    delays? | latency | latencies | lag | queues? | backlogs? | errors? | error rates? | timeouts? | load | cpu | packet loss | response times? | traffic
  `}(?: (?:then|has|had|have|also|slowly|gradually|quickly|finally|soon))* ${oneOf`
    drop(?:s|ped)? | clear(?:s|ed)? | f[ae]ll(?:s|en)? | subsid(?:es|ed) | reced(?:es|ed) | drain(?:s|ed)? | decreas(?:es|ed) | declin(?:es|ed)
    went (?:down|away|back) | normali[sz]ed? | recover(?:s|ed)? | eas(?:es|ed) | caught up
  `}\b`,
  "i",
);
const BY_SOMEONE =
  /\b(?:by|after|when|as|once|with) (?:we|i|they|he|she|the team|\w+ing|\w+ (?:restart|rollback|fix|deploy)\w*)\b/i;

/** "The delay was fixed within minutes", in a post that only says that someone watches it. */
const WAS_FIXED =
  /\b(?:was|were|has been|have been|got|been) (?:\w+ly )?(?:fixed|resolved|addressed|corrected|solved)\b/i;
const DID = words`
  (?:we|team|engineers?|technicians?) (?:have |has |had |\w+ly )*(?:implement|deploy|roll|restart|appl|revert|chang|disabl|switch|block|increas|add|remov)\w*
  (?:implemented|deployed|rolled|restarted|applied|reverted|disabled|switched|released)
`;

/** "macOS rebooted (triggered by a crash)", "virt-controller marked the VMs as failed": no one responded with it. */
const BY_ITSELF = words`
  (?:triggered|caused|forced|initiated) by (?:the |a |an )?(?:[\w-]+ ){0,2}(?:crash|watchdog|panic|fault|oom(?:[- ]killer)?|power loss|segfault)
`;
const BY_PART = new RegExp(
  String.raw`^\W*(?:restart (?:storm|loop)\b|(?:the )?(?:[\w-]{1,20}-)?${oneOf`
    controller | scheduler | kubelet | autoscaler | watchdog | systemd | launchd | supervisord? | orchestrator | daemon
  `}(?: \w+ly)? (?:mark(?:s|ed)|restart(?:s|ed)|kill(?:s|ed)|appli(?:es|ed)|evict(?:s|ed)|retri(?:es|ed)|scal(?:es|ed)|stop(?:s|ped))\b)`,
  "i",
);

/** Returns whether an event says that it is over, and of no act. */
const isEndAlone = (event: ToldEvent): boolean =>
  tells(event, ["resolved", "impact_ended", "closed", "alert_resolved"]) &&
  groupOfKind(event.kind) !== "mitigation" &&
  !saysAny(event, ["acts", "fix_live", "repairs", "brings_back", "helped"]);

const isWatchedOnly = ({ title, body = "" }: ToldEvent): boolean =>
  captionOf(title) === "monitoring" && WAS_FIXED.test(`${title} ${body}`) && !DID.test(`${title} ${body}`);

/**
 * Returns whether an event isn't a step that helped: someone still investigates, it was in vain, it was earlier. The same sentence with two times starts with the first.
 */
export const isNoStep = (event: ToldEvent, events: readonly ToldEvent[]): boolean =>
  !event.isGiven &&
  (GOES_ON.test(event.title) ||
    REPRODUCED.test(event.title) ||
    isInVain(event) ||
    isOfBefore(event.title) ||
    isSuspected(event.title) ||
    isEndAlone(event) ||
    isToldByTool(event.title) ||
    (GOT_BETTER.test(event.title) && !BY_SOMEONE.test(event.title)) ||
    isWatchedOnly(event) ||
    BY_ITSELF.test(event.title) ||
    BY_PART.test(event.title) ||
    isOnlyTried(event, events) ||
    events.some((earlier) => earlier.ms < event.ms && earlier.title === event.title && event.title.length > SENTENCE));
/** A shorter text can be told twice: "Restarted the hub". */
const SENTENCE = 90;
