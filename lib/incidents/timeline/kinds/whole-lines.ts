import { oneOf, words } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** `no longer "connection failed"`: the quoted words are of before. */
const NO_LONGER_SAID = /\bno longer:? (?:["“][^"“”]{0,120}["”]|'[^']{0,120}')/gi;

const TRIED = words`attempt(?:s|ed)? | try | tries | tried | trying`;
const IN_VAIN = /\b(?:fail(?:ed|s)?|without (?:any )?success|unsuccessful(?:ly)?)[,;]? /gi;
/** How what was done instead follows. */
const INSTEAD = /^(?:(?:and |we )?(?:so|then|therefore|hence|thus),? |we then )?(?=\S)/i;
const LEADS_ON = /^(?:(?:and )?(?:so|then|therefore|hence|thus)\b|we\b)/i;
const DONE_INSTEAD = words`
  moved | re-?routed | switched | failed over | rebuilt | promoted | restor(?:ed|ing) | restarted | rolled back | replaced | reverted | diverted
  redirected | brought | bringing | swapped | redeployed
`;
const LONGEST_FAILURE = 160;

/**
 * Returns a text without words that the rest of it makes void: what is said no longer, and attempts that failed, if
 * another step follows ("attempts to repair it failed, so we moved to the standby").
 */
export function withoutVoid(text: string): string {
  const now = text.includes("longer") ? text.replace(NO_LONGER_SAID, "") : text;
  for (const failed of now.matchAll(IN_VAIN)) {
    const before = now.slice(0, failed.index);
    const behind = now.slice(failed.index + failed[0].length);
    if (before.length > LONGEST_FAILURE) return now;
    if (TRIED.test(before) && LEADS_ON.test(behind) && DONE_INSTEAD.test(behind)) return behind.replace(INSTEAD, "");
  }
  return now;
}

/** Parts of a system that are checked when something else is at fault. */
const PART = oneOf`
  storage | hypervisors? | switch(?:es)? | databases? | replicas? | (?:load )?balancers? | nodes? | clusters? | dns | disks? | links? | network
  hosts? | servers? | hardware | routers? | caches? | infrastructure | instances? | pods? | volumes? | cables? | firewalls? | brokers?
`;
const PART_IS_WELL = new RegExp(
  String.raw`\b${oneOf`
    confirm(?:s|ed)? | verif(?:y|ies|ied) | says? | said | reports? | reported
  `} (?:that )?(?:[\w-]{1,20} ){0,3}?${PART}(?: and (?:[\w-]{1,20} ){0,2}?${PART})? (?:is|are|was|were|looks?|looked) ${oneOf`
    healthy | fine | ok | okay | normal | clean | in order
  `}\b`,
  "i",
);
const AGAIN = words`
  again | back | now | all | every | everything | everyone | restored | recovered | resolved | users? | customers? | services? | sites?
`;

const COMMITTED =
  /\bpush(?:es|ed) (?:[\w-]{1,15} ){0,3}?(?:commits?|branch(?:es)?|fix)\b(?=.{0,60}\b(?:repo|repository|fork|branch|github|gitlab)\b)|\bcommitted and pushed to (?:[\w-]{1,15} ){0,2}?repo(?:sitory)?\b/i;
const LIVE = words`production | prod | live | servers? | deploy\w*`;

const FIRES =
  /^\W*(?:(?!(?:after|when|before|because|until|since|as|if|no|not|while|once)\b)[\w-]{1,20} ){0,3}[\w-]{0,30}(?:alert|alarm)s?\b[^!?]{0,100}\b(?:re-?)?(?:fires|fired|triggers|triggered)\b/i;
const TAKEN_TO = new RegExp(
  String.raw`\b(?:raise[sd]?|took|takes) (?:(?:the|this|that|an?|it) ?)?${oneOf`
    alert | alarm | warning | issue | problem | matter | incident | fault | (?<=\bit )
  `} ?with (?:[\w-]{1,20} ){0,3}?${oneOf`
    teams? | group | sre | engineering | operations | ops | vendor | provider | supplier | support | developers | devs | management | on-call
  `}\b`,
  "i",
);
const RECOVERED = new RegExp(
  String.raw`\b${oneOf`site | website | service | services | shop | portal | api | app | platform | system | systems`} (?:(?:is|are|was|were|has|have) )?(?:now |been ){0,2}fully (?:recovered|restored|operational)\b`,
  "i",
);
const BY_STEP =
  /^\W*(?:(?:manual|emergency|forced) (?:recovery|restore|restoration|clean-?up|fail-?over|intervention)|recovery) (?:by|via|through) \w/i;
/** "We rebuilt it from a snapshot, restoring full service". */
const RESTORING = new RegExp(
  String.raw`, (?:which )?restor(?:ing|ed) (?:(?:full|all|normal|complete) )?${oneOf`
    services? | functionality | operations? | access | connectivity | writes | reads
  `}\b`,
  "i",
);
const ATTEMPTED = new RegExp(
  String.raw`^\W*(?!(?:[\w-]{1,20} ){0,3}?(?:users?|customers?|clients?|attackers?)\b)(?:[\w-]{1,20} ){0,3}?(?:attempt(?:s|ed)|tried|tries) to ${oneOf`
    restart | reboot | re-?run | revive | restore | recover | reset | redeploy | bring | re-?bootstrap | rebuild | recreate | remount
    reinstall | reconnect | re-?sync | re-?index | unblock | repair | fail ?over | roll back
  `}\b`,
  "i",
);
/** "Adds CloudWatch alarms to the queue so that we know before it is full". */
const ALARMS_ADDED =
  /^\W*(?:@?[\w-]{1,20} ){0,2}?(?:add(?:s|ed)|install(?:s|ed)) (?:[\w-]{1,20} ){0,3}?(?:alerts?|alarms?|monitors?|monitoring)\b/i;
const RESTORED_BY = new RegExp(
  String.raw`\b${oneOf`
    (?:service|services|access|site|functionality) (?:is|are|was|were|has been|have been) restored (?:by|via|through) (?:[\w-]{1,20} )?\w{2,20}ing
    (?:chain|service|services|network|production|trading|operations?|platform) (?:has |have )?resum(?:es|ed)
  `}\b`,
  "i",
);
/** "Traffic was moved to Lyon, error rates returned to normal": the act brought it about. */
const NORMAL_BY_ACT = new RegExp(
  String.raw`^(?=.*\b${oneOf`
    redirected | re-?routed | rolled back | reverted | restarted | rebooted | scaled | disabled | blocked | drained | failed over | moved
  `}\b).*\b(?:rates?|latency|latencies|traffic|metrics|errors|load|times) (?:have |has |then )?return(?:s|ed)? to (?:normal|baseline)\b`,
  "i",
);
/** "Issue detected as monitoring alerts flagged slow queries": a machine raised it. */
const FLAGGED = new RegExp(
  String.raw`^\W*(?:(?:the |an? )?${oneOf`issue | problem | outage | incident | fault | degradation | failure`} (?:was |is )?(?:first )?${oneOf`
    detected | noticed | discovered | identified | flagged | picked up
  `} (?:as|by|through|via|from) |(?=[\w\s-]{0,60}${oneOf`
    alerts? | alarms? | monitoring | alert policy
  `}\b(?![^.!?]{0,60}\b(?:should|would|could|never|not)\b)[^.!?]{0,80} ${oneOf`
    flag(?:s|ged) | registered | picked up | caught
  `}\b))(?:(?:the|an?|our) )?(?:[\w-]{1,20} ){0,3}?${oneOf`
    alerts? | alarms? | monitors? | monitoring | alerting
  `}\b`,
  "i",
);
const RESPONDERS = oneOf`
  engineers? | teams? | vendor | provider | supplier | developers? | operators? | technicians? | sres? | hosting | isp | labs
`;
/** "The on-duty engineer was informed", "Acme notifies the network team". */
const INFORMED = new RegExp(
  String.raw`\b${oneOf`
    (?!(?:the|our|an?|this|that|all|most|some) )[\w-]{2,20} ${RESPONDERS} (?:was|were|is|are|gets?|got) (?:immediately |then |also )?(?:informed|notified|contacted|told)
    (?:notif(?:ies|ied)|inform(?:s|ed)|contact(?:s|ed)) (?:(?:the|our|their|its) )?(?:[\w-]{1,20} ){0,2}?${RESPONDERS}
  `}\b`,
  "i",
);
const OUTSIDERS = words`users? | customers? | clients? | community | public | everyone | subscribers | members | when | after`;
/** "Freed up disk space to restore service", "sed was used to fix the error". */
const DONE_TO_FIX = new RegExp(
  String.raw`\b(?:was|were) (?:used|run|applied|executed|issued) to (?:fix|repair|correct|resolve|restore|clear|mitigate)\b|\b\w{2,20}ed (?:up |out )?(?:again )?(?:in order )?to ${oneOf`
    restore (?:the )?(?:service | access | functionality | operations?) | (?:fix | resolve | mitigate) the (?:error | issue | problem | fault | outage | incident)
  `.replaceAll(" | ", "|")}\b`,
  "i",
);
const ONLY_MEANT = words`
  needed | required | decided | asked | tried | attempted | expected | agreed | supposed | wanted | hoped | started | failed | continued
  worked | intended | designed | proposed | suggested | planned | considered | escalated | called | paged | joined 
`;
const READERS = oneOf`
  users | customers | clients | students | staff | subscribers | members | residents | patients | passengers | the public
`;
/** "Sent out an email updating users", "released a campus-wide announcement". */
const MAILED = new RegExp(
  String.raw`\b(?:sent|sends|sending)(?: out)? (?:(?:an?|the|another) )?(?:[\w-]{1,15} ){0,2}?${oneOf`
    e-?mails? | notices? | notifications? | announcements? | messages? | updates?
  `} ${oneOf`updating | informing | notifying | telling | to`} (?:(?:all|the|our|affected) ){0,2}${READERS}\b|\b(?:released|issued|published) (?:an? )?(?:[a-z]{3,12}-wide|public) ${oneOf`
    announcement | notice | statement | message
  `}\b`,
  "i",
);
/** "Kam es um 18:30 Uhr zur Beeinträchtigung mehrerer Dienste". */
const KAM_ES =
  /\bkam es\b.{0,120}\bzu[rm]? (?:[\p{L}-]{1,20} ){0,2}?(?:Beeinträchtigung|Störung|Ausf[aä]ll|Einschränkung|Unterbrechung|Problem|Verzögerung)/iu;
const VOID = words`
  no | not | never | should | would | could | will | may | might | if | once | until | unless | considered | planned | partially | partly
  \w+n['’]t | when
`;
const FAILED = words`
  fail\w* | unable | could not | couldn['’]t | without success | unsuccessful\w* | in vain | no (?:effect|luck) | but | not
`;

/** "<START OF OUTAGE>", "[OUTAGE ENDS]": a label in capitals behind what happened. */
const STARTS_LABEL =
  /[<[]\s?(?:START OF (?:THE )?(?:OUTAGE|IMPACT|INCIDENT)|(?:OUTAGE|IMPACT|INCIDENT) (?:STARTS|BEGINS|START))\s?[>\]]/;
const ENDS_LABEL =
  /[<[]\s?(?:END OF (?:THE )?(?:OUTAGE|IMPACT|INCIDENT)|(?:OUTAGE|IMPACT|INCIDENT) (?:ENDS|END|OVER))\s?[>\]]/;
/** "We have mitigated the worst of it" tells that it is better, and not what was done. */
export const WORST_OVER =
  /\b(?:mitigated|contained) (?:the )?(?:worst|most|bulk) of\b|\b(?:worst|most|bulk) of [^.;]{1,60} (?:mitigated|contained)\b/i;
const WORST_IS_NOT_OVER =
  /(?:\b(?:not|never|hope|hopes|will|would|should|could|may|might|if|once|until|when|to)|n['’]t)\s(?:\w+ ){0,3}(?:mitigat|contain)/i;
/** "Status: resolved (node is back)", as the head of a report. */
const STATUS_RESOLVED = /^\W*status\W{1,6}resolved\b/i;

const WHOLE: readonly { kind: EventKind; of: RegExp; not: RegExp }[] = [
  { kind: "impact_started", of: STARTS_LABEL, not: ENDS_LABEL },
  { kind: "impact_ended", of: ENDS_LABEL, not: STARTS_LABEL },
  { kind: "mitigated", of: WORST_OVER, not: WORST_IS_NOT_OVER },
  { kind: "resolved", of: STATUS_RESOLVED, not: /^\W*status\W{1,6}resolved\?/i },
  { kind: "observation", of: PART_IS_WELL, not: AGAIN },
  { kind: "observation", of: COMMITTED, not: LIVE },
  { kind: "escalated", of: TAKEN_TO, not: VOID },
  { kind: "impact_ended", of: RECOVERED, not: VOID },
  { kind: "mitigated", of: RESTORING, not: VOID },
  { kind: "impact_ended", of: RESTORED_BY, not: VOID },
  { kind: "mitigated", of: NORMAL_BY_ACT, not: VOID },
  { kind: "mitigation_started", of: ATTEMPTED, not: FAILED },
  { kind: "escalated", of: INFORMED, not: OUTSIDERS },
  { kind: "public_update", of: MAILED, not: VOID },
  { kind: "impact_started", of: KAM_ES, not: /\b(?:nicht|keine[nr]?|wieder|erneut)\b/i },
];

/** Only their own words can deny these. */
const AT_START: readonly (readonly [EventKind, RegExp])[] = [
  ["alert_fired", FIRES],
  ["config_changed", ALARMS_ADDED],
  ["alert_fired", FLAGGED],
];

/** Returns the kind of a line whose words as a whole tell it, although single ones sound like other kinds. */
export function kindOfWholeLine(text: string): EventKind | undefined {
  for (const [kind, of] of AT_START) {
    const found = of.exec(text);
    if (found && !VOID.test(found[0])) return kind;
  }
  if (DONE_TO_FIX.test(text) && ![VOID, FAILED, ONLY_MEANT].some((one) => one.test(text))) return "mitigation_started";
  if (BY_STEP.test(text)) return VOID.test(text) ? "observation" : "mitigation_started";
  return WHOLE.find(({ of, not }) => of.test(text) && !not.test(text))?.kind;
}
