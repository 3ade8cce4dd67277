import { PhraseTable, plainWords } from "#lib/base/text/phrase-table.ts";
import { oneOf, words } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** A habit, another time, a rehearsal or a condition: nothing of the line happened now. */
const OTHER_TIME = new PhraseTable(`usually|always|by-default|simulated
  each|every night|day|week|weekend|month|year|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|winter|summer|december|release
  each time
  on mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays
  last|past|previous year|month|week|quarter|january|february|march|april|may|june|july|august|september|october|november|december
  since january|february|march|april|june|july|august|september|october|november|december
  in|under the|a|this|our? drill|rehearsal|test|tests|staging|sandbox|docs|example|simulation|theory|runbook|diagram
  made|make|makes sure
  in winter|summer|autumn|spring
  by default
  scheduled for|on|at|to`);
/** "In 2021", "runs nightly", and "every" before a day that is cut off as the time of the line. */
const OTHER_DAY =
  /\b(?:in|since) \d{4}(?=\W*$|[,.;]| (?:had|was|and)\b)|\b(?:each|every|nightly|daily|weekly|monthly|yearly)\W*$/i;

/** Kinds of thoughts and plans, which speak of other times themselves. */
const THOUGHTS: ReadonlySet<EventKind> = new Set<EventKind>(["hypothesis", "hypothesis_rejected", "backlog_item"]);

const OTHERS =
  "(?:aws|amazon|google|azure|microsoft|oracle|cloudflare|fastly|akamai|github|stripe|twilio|okta|heroku|hetzner|ovh|atlassian|facebook|(?:our |the )?(?:[\\w-]+ )?(?:supplier|provider|vendor|carrier)|(?:the|a) competitor)";
const MODAL = "if | whether | should | would | will | could | expected | planned | without";
const PARTLY = String.raw`
  only | partly | partially | except | but | though | however | slow | slowly | degraded | ineffective\w* | staging
  way | two people | from version | in the sense | until | unless | next | not | never | fails? | failed | failing | stays? down
`;

/** Words that can follow "errors stopped". Any other word is the thing that the errors stopped. */
const GOES_ON = oneOf`
  after | when | once | as | at | since | by | around | about | within | across | for | on | in | and | or | with | following
  upon | due | because | thanks | immediately | completely | entirely | altogether | shortly | soon | again | now | too
  up | off | out | appearing | occurring | coming | happening | growing | increasing | rising | everywhere
`;

/** With these words, a line that starts like one of the kind has another meaning. */
const DENIED: Readonly<Partial<Record<EventKind, RegExp>>> = {
  alert_fired: words`
    ${MODAL} | not | never | nobody | no one | none | didn['’]t | doesn['’]t | wasn['’]t | weren['’]t | missing | absent
    muted | silenced | snoozed | suppressed | inhibited | disabled | switched off | turned off | had been | to be
    routed | misrouted | reviewed | replaced | configured | renamed | deleted | removed | added | channels? | rules?
    thresholds? | policy | policies | integration | template | fatigue | noise | unnoticed | lost | dropped | too late
  `,
  impact_ended: words`
    ${MODAL} | ${PARTLY} | than | unknown | unclear | estimated | hoped | over (?:the|a|several|many) | ended up
  `,
  error_observed: words`${MODAL} | no | not | never | none | before | review`,
  impact_started: words`
    (?:began|started) (?:an?|our|to) | (?:plan|fund|drill) | no (?:orders?|customers?|users?|impact|outages?|disruptions?|issues?|problems?)
    if | whether | would | no (?:services|operations) | (?:failure|blackout) (?:in|of) (?:the )?(?:communication|process|news|coordination)
    failure in the process | (?:major|total|complete|full|widespread|partial) (?:outage|failure|blackout) at ${OTHERS}
    (?:can['’]t|cannot|unable to) (?:\w+ )?(?:wait|tell|remember|attend|be (?:reached|migrated)|imagine|believe|agree|decide|join the call)
    next (?:week|month|year|quarter) | of \d+ (?:minutes|hours)
  `,
  mitigated: words`
    ${PARTLY} | some | half | part | in each | by hand for | at zero
    (?:errors|timeouts|failures|5xx|500s|503s|crashes|exceptions) (?:stop|stopped|clear|cleared|cease|ceased) (?!${GOES_ON}\b)\w+
  `,
  public_update: words`
    ${MODAL} | by (?:the )?${OTHERS} | wrong | broken | marketing | moderation | draft | internal
    queues? | topics? | kafka | bus | broker | workers? | stream | bucket | exchange | webhook | log | console | kitchen | door
    fence | wiki | address
  `,
  deploy_finished: words`except | only | but | if`,
  customer_report: words`
    if | whether | would | will | report(?:s|ed)? (?:no|nothing|none|zero) | not (?:report|call|complain|write|contact)\w* | again | fine | well | works | working | back | resolved | recovered | no longer | thanks? | by (?:the|our) | how to | about (?:the )?(?:party|survey)
  `,
  resolved: words`${PARTLY} | almost | nearly | awaiting | waiting | request\w* | some`,
  closed: words`${MODAL} | not | never | duplicates? | road | early`,
  mitigation_started: words`${MODAL} | not | never | next (?:week|month) | drill`,
  rollback_finished: words`${MODAL} | ${PARTLY} | partial | still`,
  rerouted: words`${MODAL} | ${PARTLY}`,
  dependency_event: words`no (?:problems?|issues?|faults?|outages?) | all (?:systems|services) (?:are )?(?:up|operational|normal)`,
  joined: words`${MODAL} | not | never | yet | en route | eta`,
  paged: words`${MODAL} | not | never | nobody | no one`,
  automated_action: words`manual | question | headers? | battery | minutes | hours | seconds | last year`,
  restarted: words`project | expectations | career | season`,
  declared: words`future | past | press | developer`,
  monitoring: words`poor | wrong | no one['’]s | nobody['’]s | follow-up | deleted | rules`,
  internal_update: words`
    (?:informed|notified|told|updated|briefed) (?:the|their|our) (?:police|press|media|authorities|regulator|faq|docs|wiki|library|laptops?|runbooks?|website)
    in chapter
  `,
  handoff: words`skipped | missing | forgotten | never | late`,
  reopened: words`the (?:office|building|canteen|discussion|question)`,
  impact_changed: words`out of | section below`,
  commander_assigned: words`missing | skipped | never | unclear`,
};

/** Separates the name of an alert from its subject: "Grafana alert: packets dropped". */
const TOPIC = /[:–—(]|\b(?:for|on|that|about|saying|because)\b/i;
/** "Alert for the queue never fired": no alert, wherever it is mentioned. */
const NOT_FIRED = words`
  (?:never|not|failed to|didn['’]t|doesn['’]t) (?:fir|trigger|reach|pag|arriv|notif|deliver|sen[dt]|go out|went out)\w* | would have | should have
  muted | silenced | snoozed
`;

/** Returns whether the other words of a line deny the kind that its start suggests. */
export function isDenied(kind: EventKind, text: string): boolean {
  const own = kind === "alert_fired" ? (text.split(TOPIC)[0] ?? "") : text;
  if (kind === "alert_fired" && NOT_FIRED.test(text)) return true;
  if (DENIED[kind]?.test(own)) return true;
  return !THOUGHTS.has(kind) && (OTHER_TIME.isIn(plainWords(own)) || OTHER_DAY.test(own));
}
