import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/**
 * General word rules from the words of an entry to the kind of event. The first that matches wins. Beside each pattern the
 * beginnings of words without one of which it cannot match; `?` for one that only a text with that end matches.
 */
export const WORD_RULES: readonly (readonly [EventKind, string, RegExp])[] = [
  ["question", "?", /^[^.?]{3,200}\?$/],
  [
    "decision",
    "decide decision agree makes",
    /^(?:we |team |\S+ )?(?:decide[sd]?|agreed?) |^decision\b|\bdecision (?:is |was )?(?:made|taken|to)\b|\b(?:decided|makes the decision|agreed) (?:to|not to|on)\b/,
  ],
  ["reopened", "re reopened", /\bre-?opened\b.{0,30}\b(?:incident|issue)|\b(?:incident|issue)\b.{0,30}\bre-?opened\b/],
  ["closed", "clos", /\bincident (?:is |was |has been )?closed\b|\bclos(?:ed|es|ing) (?:the |this )?incident\b/],
  [
    "severity_changed",
    "sev upgraded downgraded raised lowered escalated bumped",
    /\bsev(?:erity)?\b.{0,30}\b(?:raised|lowered|changed|upgraded|downgraded|increased|reduced|bumped)\b|\b(?:upgraded|downgraded|raised|lowered|escalated|bumped) (?:it |this |the incident )?(?:to|from) (?:a )?(?:sev|p[0-5]\b|priority)/,
  ],
  [
    "mitigation_failed",
    "unsuccessful did fail no",
    /\b(?:mitigation|fix|rollback|roll-back|workaround|attempt|remediation)\b.{0,60}\b(?:unsuccessful|did not (?:work|help)|didn'?t (?:work|help)|fail(?:s|ed)|no effect)\b/,
  ],
  [
    "resolved",
    "resolved resolution all over",
    /\b(?:incident|issue|outage|problem)\b.{0,40}\b(?:is |was |are |been )?(?:declared |marked |confirmed )?(?:as )?(?:fully )?resolved\b|^(?:fully )?resolved\b|\bresolution is confirmed\b|\ball clear\b|\bdeclared? (?:it |the incident )?resolved\b|\bset to resolved\b|\boutage resolved\b|^incident (?:is |was )?over\b/,
  ],
  [
    "declared",
    "incident outage war",
    /\bincident\b(?! (?:channel|room|chat|call|doc)).{0,20}\b(?:is |was |has been )?(?:declared|opened|created|raised|called|reported)\b(?! (?:as )?(?:resolved|over|closed|ended))|\b(?:declare[sd]?|declaring|open(?:s|ed)|create[sd]|raise[sd]|initiate[sd]|call(?:s|ed)) (?:an? |the )?(?:major |sev\S* |p\d )?(?:incident|outage)\b|\bwar ?room (?:is |was )?(?:started|opened)\b/,
  ],
  [
    "commander_assigned",
    "incident ic",
    /\b(?:incident (?:commander|lead|manager)|\bic\b)\b.{0,40}\b(?:assigned|assume[sd]?|takes?|took|named|is now|appointed)\b|\b(?:assume[sd]?|takes?|took|taking)\b.{0,20}\b(?:incident (?:commander|lead|command|manager)|ic\b)/,
  ],
  ["handoff", "hand", /\bhand(?:s|ed|ing)?[ -]?(?:off|over)\b/],
  [
    "alert_resolved",
    "alert alarm monitor",
    /\b(?:alerts?|alarms?|monitors?)\b.{0,60}\b(?:resolved?s?|cleared?|clears|recovers?|recovered|back to ok|went green)\b/,
  ],
  [
    "public_update",
    "status tweet twitter public blog official announce customer",
    /\bstatus ?page\b|\bstatuspage\b|\bstatus\.\w+|\b(?:tweets?|tweeted|twitter|public(?:ly)? (?:announce|post|update|statement)|blog post|official announcement|announced? publicly|customers? (?:were |are )?(?:notified|informed|emailed))\b/,
  ],
  [
    "customer_report",
    "customer user client communit member player merchant partner support first",
    /\b(?:customers?|users?|clients?|community|members?|player|merchants?|partners?)\b.{0,40}\b(?:reports?|reported|reporting|complain\w*|notif(?:y|ies|ied)|notice[sd]?|tickets?)\b|\b(?:reports?|complaints?|tickets?) (?:from|by|of|about) (?:a |the |some |several |multiple )?(?:customers?|users?|clients?)|\bsupport tickets?\b(?!.{0,20}\b(?:opened|filed|raised|created) with\b)|\bfirst report\b/,
  ],
  [
    "paged",
    "pag on oncall",
    /\b(?:paged?|pages|paging|pager ?duty)\b(?! (?:load|cache|view|rank|title|was|is|up|down|show|return|error|reload|fault)).{0,50}\b(?:on-?call|engineer|sre|team|responder|fired?|sent|out|triggered|got|alert|received|goes)\b|\b(?:got|was|were|is|are|gets) paged\b|\bpager (?:storm|goes|went|alert)|\bpag(?:es|ed|ing) (?:the |out |in )?(?:\S+ )?(?:on-?call|engineer|team|sre)|\bon-?call\b.{0,30}\b(?:pinged|called|notified|alerted|contacted|paged|woken)\b|^paged?\b(?! (?:load|cache|view))/,
  ],
  ["acknowledged", "ack", /\back(?:ed|nowledge[sd]?|nowledging|nowledgement)?\b/],
  ["escalated", "escalat", /\bescalat(?:e|es|ed|ing|ion)\b/],
  [
    "joined",
    "join come",
    /\bjoin(?:s|ed|ing)?\b.{0,40}\b(?:call|channel|incident|bridge|room|zoom|meet|response|investigation|us|effort)|\bcomes? online\b/,
  ],
  [
    "left",
    "off left",
    /\b(?:signs?|signed|logs?|logged|drops?|dropped) off\b|\bleft the (?:call|channel|bridge|incident|room)\b/,
  ],
  [
    "alert_fired",
    "alert alarm monitor pingdom nagios icinga sentry datadog prometheus grafana uptimerobot cloudwatch relic statuscake",
    /\b(?:alerts?|alarms?|monitors?|monitoring|pingdom|nagios|icinga|sentry|datadog|prometheus|grafana|uptimerobot|cloudwatch|new relic|statuscake)\b.{0,60}\b(?:fire[sd]?|firing|trigger(?:s|ed)?|received?|detect(?:s|ed)?|start(?:s|ed)?|raise[sd]|sent|discovered|goes off|went off|is down|notif\w+|opened|indicat\w+|report\w*)\b|\b(?:first|automated|critical|receives?|received|new) (?:\S+ ){0,3}(?:alert|alarm)s?\b|\balert(?:ed|s)? (?:on|via|by|fired|that)\b|\bmonitoring\b.{0,60}\balerting (?:us|the)\b|^alertmanager\b|\b(?:team|engineers?) (?:is |are |was |were )?alerted\b|^alert\b/,
  ],
  [
    "rollback_finished",
    "roll revert",
    /\b(?:roll(?:ed)?[ -]?back|rollback|revert(?:ed)?)\b.{0,80}\b(?:complete[sd]?|finished|done|deployed|succe\w+|live|merged|effective)\b|\b(?:was |were |been |is )?(?:rolled back|reverted)\b/,
  ],
  [
    "rollback_started",
    "roll revert downgrad",
    /(?<!despite |needed |\bto )\broll(?:s|ing)?[ -]?back\b|^(?:begin |start |initiat\w+ )?roll[ -]?back\b|\brollback\b.{0,40}\b(?:start|begin|began|begun|initiat|trigger|attempt|in progress|underway)\w*|\b(?:start|begin|began|begun|initiat|trigger|attempt)\w*\b.{0,30}\broll[ -]?back|\brevert(?:s|ing)?\b|\bdowngrad(?:ed|es|ing) (?:the |to |back )/,
  ],
  [
    "flag_off",
    "flag disable turn switch",
    /\b(?:feature )?flag\b.{0,40}\b(?:off|disabled?|turned off|reverted)\b|\b(?:disabled?|turn(?:ed|s)? off|switch(?:ed)? off)\b.{0,40}\b(?:feature|flag|experiment|toggle)\b/,
  ],
  [
    "flag_changed",
    "flag enable turn",
    /\b(?:feature )?flag\b.{0,40}\b(?:on|enabled?|turned on|changed|rolled out|set)\b|\b(?:enabled?|turn(?:ed|s)? on)\b.{0,40}\b(?:feature flag|flag|experiment)\b/,
  ],
  [
    "rerouted",
    "re rerout fail traffic",
    /\bre-?rout(?:e|ed|es|ing)\b|\bfail(?:s|ed|ing)?[ -]?over\b|\b(?:shift|move|divert|redirect|switch)(?:ed|s|ing)?\b.{0,30}\btraffic\b|\btraffic\b.{0,30}\b(?:shifted|moved|diverted|redirected|switched|drained)\b/,
  ],
  [
    "monitoring",
    "monitor watch",
    /^monitoring\b(?! (?:systems?|tools?|tooling|services?|dashboards?|teams?|data|stack|scripts?|jobs?|probes?|alert\w*|detect\w*|show\w*|pick\w*|notic\w*|report\w*|flag\w*|indicat\w*|sen[dt]s?|scream\w*|is|was|were|has|had|did|failed)\b)|\b(?:set|moved|changed) to monitoring\b|\b(?:continue|keep|decision made) (?:to )?(?:monitor|watch)/,
  ],
  [
    "impact_ended",
    "end over restored back fully return recover operational away up",
    /\b(?:outage|impact|disruption|downtime|degradation) (?:is |was |has )?(?:ends?|ended|over)\b|^end of (?:\S+ ){0,3}(?:outage|impact|disruption|downtime)\b|\b(?:is|are|was|were) up (?:again|and running)\b|\b(?:services?|(?:web ?)?site|systems?|everything|traffic|latency|errors?|api|platform|operations?)\b.{0,40}\b(?:restored|back to normal|fully recovered|fully operational|returns? to normal|returned to normal|back online|back up|recovers?|recovered)\b|\bfully (?:recovered|restored|operational)\b|\b(?:services?|(?:web ?)?site|systems?|platform) (?:is|are|was|were) operational\b(?! but)|\b(?:issue|problem|errors?) (?:goes|went) away\b|(?<!\b(?:start|starts|started|starting|begin|begins|began|beginning|slowly|partially|gradually|expected) (?:to )?(?:come |comes |coming |be |go )?)\bback (?:to normal|online|in working order|to working order)\b/,
  ],
  [
    "mitigated",
    "mitigat workaround",
    /\bmitigated\b|\bmitigat(?:es|ion) (?:is |was )?(?:the issue|complete|in place|applied|deployed|merged|effective)\b|\bworkaround (?:is |was )?(?:in place|applied|deployed)\b/,
  ],
  [
    "mitigation_started",
    "mitigat workaround fix",
    /\bmitigat(?:ing|ion)\b|\bworkaround\b|\bfix (?:is )?(?:begins|started|being)\b|\bstart(?:ed|s|ing)? (?:to )?mitigat/,
  ],
  [
    "impact_started",
    "began begins start down offline unavailable unreachable",
    /\b(?:outage|impact|disruption|degradation|slowdown|downtime|incident|issue|problem) (?:\S+ )?(?:begins|began|starts|started)\b|\b(?:service|site|website|api|platform|system|application)s? (?:goes|went|is|was|are) (?:down|offline|unavailable|unreachable)\b|\bstart of (?:\S+ ){0,3}(?:outage|impact|incident|disruption|downtime)\b|^(?!.{0,40}\b(?:rates?|errors?|latency|load|usage|count|memory|cpu)\b)(?:\S+ ){1,3}(?:is|are|goes|went) (?:down|offline|unreachable)[.!]?$/,
  ],
  [
    "restarted",
    "restart reboot bounce recycle respawn deleted killed recreated",
    /\b(?:restart|reboot|bounce|recycle|respawn)(?:s|ed|ing)?\b|\b(?:pods?|server|service|process|instance|hub|node)\b.{0,30}\b(?:is|are|was|were) (?:deleted|killed|recreated|restarted)\b/,
  ],
  [
    "scaled",
    "scal autoscal increas doubl add expand rais bump provision",
    /\b(?:auto)?scal(?:e|es|ed|ing)\b(?! issue)|\b(?:increas|doubl|add|expand|rais|bump|provision)(?:e|es|ed|s|ing)?\b.{0,40}\b(?:capacity|replicas?|nodes?|instances?|disk|memory|limit|workers?|quota|boxes)\b|\b(?:capacity|replicas?|nodes?|limit) (?:is |was |were )?(?:increased|doubled|raised)\b/,
  ],
  ["migration", "migrat", /\bmigrat(?:e|es|ed|ing|ion)s?\b/],
  [
    "config_changed",
    "config chang updat applied edited modified",
    /\bconfig(?:uration|map)?s?\b.{0,60}\b(?:chang\w*|updat\w*|merged|pushed|uploaded|applied|rewritten|edit\w*|modif\w*)\b|\b(?:chang\w*|updat\w*|applied|edited|modified)\b.{0,40}\b(?:config(?:uration)?|settings?|ttl|timeout|dns record|password|certificate)\b/,
  ],
  [
    "deploy_finished",
    "deploy release rollout roll hot fix patch pr pull change update version build shipped merged",
    /\b(?:deploy(?:ment|s)?|release|rollout|hot ?fix|fix|patch|pr|pull request|change|update|version|build)\b.{0,60}\b(?:complete[sd]?|finished|deployed|live|released|rolled out|merged|shipped|succe\w+|landed|in production)\b|\b(?:deployed|released|rolled out|shipped|merged)\b/,
  ],
  [
    "deploy_started",
    "deploy roll release push upgrad",
    /\bdeploy(?:s|ing|ment|ments)?\b|\broll(?:s|ing)? ?out\b|\brelease of\b|\bpush(?:ed|es|ing)? (?:to prod|a fix|the fix|out)\b|\bupgrad(?:e|es|ed|ing)\b/,
  ],
  [
    "internal_update",
    "comm announce mailing e email post notif inform share ping contact",
    /\b(?:comms?|communications?|announcement|mailing list|e-?mail)\b.{0,50}\b(?:sent|distributed|posted|notified|made|done)\b|\b(?:post(?:s|ed)?|notif(?:y|ies|ied)|inform(?:s|ed)?|shares?|shared|pings?|pinged|announce[sd]?|contact(?:s|ed)?)\b.{0,50}\b(?:slack|channel|team|email|mail|list|discord|stakeholders|management|#\w+|@\w+)/,
  ],
  [
    "hypothesis_rejected",
    "rule ruling not turn unrelated",
    /\b(?:ruled? out|ruling out|not the (?:root )?cause|turns? out (?:not|this is not)|unrelated to)\b/,
  ],
  [
    "hypothesis",
    "suspect hypothes theory might may could possibly perhaps believe assum appear",
    /\b(?:suspect(?:s|ed|ing|ion)?|hypothes[ie]s\w*|theory|might be|may be|could be|possibly|perhaps|believed? (?:to|that)|assum(?:e|ed|ing)|appears to be)\b/,
  ],
  [
    "confusion",
    "unclear confus puzzl don do no not",
    /\b(?:unclear|confus\w+|puzzl\w+|don'?t know|do not know|no idea|not sure)\b/,
  ],
  [
    "automated_action",
    "auto cron scheduled bot kubernetes pipeline",
    /\b(?:automatically|auto-?\w*|cron(?:job)?|scheduled (?:job|task)|bot|kubernetes|autoscaler|pipeline)\b.{0,40}\b(?:\w+s|\w+ed)\b.{0,20}\b(?:node|pod|job|instance|replica|backup|build)/,
  ],
  [
    "metric_shift",
    "latenc error cpu memory traffic throughput queue load usage request connection success response disk lag backlog cache hit increase spike drop rise surge decrease",
    /\b(?:latenc(?:y|ies)|error rates?|cpu|memory|traffic|throughput|queues?|load|usage|requests?|connections?|success rate|response times?|disk|lag|backlog|cache misses|hit ratio)\b.{0,60}\b(?:increas\w*|ris(?:e|es|ing)|rose|spik\w*|climb\w*|drop\w*|fall\w*|fell|decreas\w*|elevated|high|peak\w*|exhaust\w*|full|grow\w*|stabiliz\w*|degrad\w*)\b|\b(?:increase|spike|drop|rise|surge|decrease) (?:in|of)\b/,
  ],
  [
    "error_observed",
    "error exception 4 5 time fail crash unresponsive unavailable stop not oom broken unable cannot can deadlock corrupt",
    /\b(?:errors?|exceptions?|[45]\d\ds?|5xx|timeouts?|timed? out|fail(?:s|ed|ing|ure|ures)?|crash\w*|unresponsive|unavailable|stops? responding|not responding|oom\w*|broken|unable to|cannot|can'?t|deadlock\w*|corrupt\w*|not ?ready)\b/,
  ],
];
