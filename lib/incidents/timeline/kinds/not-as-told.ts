import { oneOf, words } from "#lib/base/text/phrases.ts";
import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type Mistake, NOT_AS_TOLD_ELSEWHERE } from "./languages/not-as-told-elsewhere.ts";

const PART = oneOf`
  containers? | pods? | nodes? | instances? | replicas? | brokers? | processes | jobs? | workers? | tasks? | agents? | health | checksums?
`;
const LIVE = words`deploy(?:ed|s|ing)? | live | prod(?:uction)? | rolled out | rollout | released | stores? | customers | users`;
const COMMIT = oneOf`commits? | tags? | branch(?:es)? | (?=\w*\d)[\da-f]{7,40}`;

/** "Restart of the node, still failing", in many languages. */
const STILL = oneOf`
  still | immer noch | weiterhin | toujours | encore | aún | todavía | sigue | ainda | continua | ancora | nog steeds | nadal
  вс[её] ещ[её] | вс[её] равно | по-прежнему | 依然 | 仍然? | まだ | 여전히
`;
const FAILS = oneOf`
  err\w* | fail\w* | fehl\w* | falha\w* | fall[ao]\w* | échou\w* | échec | ошиб\p{L}* | не работ\p{L}* | down | offline | crash\w*
  broken | błąd | errimagepull | imagepullbackoff | 报错 | 失败 | エラー | 失敗 | 오류 | 실패
`;
const STILL_FAILS = new RegExp(
  String.raw`[-–—:,;.(、，] ?${STILL} ?(?:the same |le même |el mismo |o mesmo )?[^.;,]{0,25}?${FAILS}`,
  "iu",
);
const ON_CALL = String.raw`(?:[\w-]{1,20} )?on-?call(?: ${oneOf`team | engineers? | person | staff | developers? | admins? | sre`})?`;
const IS_CALLED = oneOf`notified | alerted | informed | called | paged`;

const MISTAKES: readonly Mistake[] = [
  // A release that waits isn't done, and one that is only pushed has just started.
  {
    of: "deploy",
    says: words`
      (?:deploy(?:ment)?|release|rollout)s? (?:is |are |was |still )?(?:pending|awaiting|awaits?|waiting|blocked|queued|on hold|not yet)
      (?:pending|awaiting|waiting for|waits for) (?:the |a )?(?:deploy(?:ment)?|release|rollout|ssh|approval|review)
    `,
  },
  {
    of: "deploy_finished",
    says: new RegExp(
      oneOf`
        \bpush(?:ed|es)? [^.;,]{0,30}?\b${COMMIT}\b
        \b${COMMIT} [^.;,]{0,40}?\bpushed\b
        \bpush(?:ed|es)? (?:it |them |to |on |into )+(?:the )?(?:main|master|trunk|origin|develop|remote|repo(?:sitory)?|registry|github|gitlab)\b
      `,
      "i",
    ),
    unless: LIVE,
    isRather: "deploy_started",
  },
  {
    of: "deploy_finished",
    says: /\b(?:fix|patch|hotfix|correction)\b[^.;]{0,50}?\b(?:is|was|has been|been|gets?|got) pushed\b/i,
    unless: LIVE,
    isRather: "mitigation_started",
  },
  {
    of: "deploy",
    says: /\b(?:deploy(?:ment)?|release|rollout)\b.{0,100}\b(?:failed with|fails with)\b/i,
    isRather: "error_observed",
  },
  // Parts that are checked say nothing about the service.
  {
    of: "mitigated impact_ended resolved",
    says: new RegExp(
      String.raw`^\W*(?:all |both |the )*(?:\d+ )?(?:[\w-]{1,20} )?${PART} (?:is |are |was |were )?(?:verified|checked|validated)\b`,
      "i",
    ),
    unless: words`incident | outage | again | back | resolved | recovered | restored`,
  },
  { of: "impact_ended", says: /\bduring the (?:[\w-]{1,20} )?(?:stall|outage|incident|disruption|downtime)\b/i },
  {
    of: "impact_ended resolved",
    says: words`initially | at first | temporarily | briefly | for a (?:short )?while`,
    isRather: "mitigated",
  },
  {
    of: "impact_ended resolved",
    says: /\b(?:restored|recovered|back|up|online) (?:for|at|to|in) (?:about |around |some |roughly |~)?\d\d ?(?:%|percent)/i,
    isRather: "mitigated",
  },
  // "The user reported bug was linked to the ticket", "support contacted the user".
  {
    of: "customer_report",
    says: new RegExp(
      String.raw`^\W*(?:the |an? |our )?(?:customer|user|client|member|player)s?[- ]reported (?:bugs?|issues?|problems?|errors?|cases?|incidents?|tickets?)\b.{0,80}?\b(?:was|were|is|are|has been|have been) ${oneOf`
        connected | linked | related | matched | traced | confirmed | reproduced | assigned | triaged | merged | attached | added | moved | fixed | closed
      `}\b`,
      "i",
    ),
  },
  {
    of: "customer_report",
    says: new RegExp(
      String.raw`^\W*(?:our |the |an? )?(?:customer |client )?${oneOf`
        support | help ?desk | service desk | success
      `}(?: (?:team|agents?|staff|engineers?|desk))? (?:then |also |has |have )?${oneOf`
        contact(?:s|ed) | call(?:s|ed) | messag(?:es|ed) | e?mail(?:s|ed) | inform(?:s|ed) | notif(?:ies|ied) | wr(?:ites|ote) to | repl(?:ies|ied) to
        answer(?:s|ed) | respond(?:s|ed) to | reach(?:es|ed) out to | told | tells | updat(?:es|ed)
      `} (?:the |our |all |an? |affected |impacted |reporting |first |some )*${oneOf`
        customers? | users? | clients? | members? | reporters? | merchants?
      `}\b`,
      "i",
    ),
    isRather: "support_update",
  },
  {
    of: "customer_report",
    says: /^\W*(?:[\w-]{1,20} ){1,3}(?:(?:is|are|was|were) )?(?:told|instructed|advised|asked) to (?!us\b)/i,
  },
  // Counts of time from the trouble, its last sign, or that there is none.
  {
    of: "error_observed",
    says: new RegExp(
      oneOf`
        \b(?:hours?|minutes?|days?|weeks?) (?:after|before) (?:this|the) (?:issue|incident|outage|problem)\b
        ^\W*(?:the )?(?:last|final) (?:[\w-]{1,25} ){0,4}(?:errors?|failures?|time-?outs?|exceptions?|crash(?:es)?) (?:is |are |was |were )?(?:observed|seen|logged|recorded|reported)\b
        \b(?:determined|established|concluded|identified|discovered|revealed) that .{3,100}\bcaus(?:ed|es|ing)\b
      `,
      "i",
    ),
  },
  {
    of: "error_observed",
    says: words`without (?:any )?(?:further |more |new )?(?:errors?|problems?|issues?|failures?|trouble) | (?:complet|finish|run)(?:s|es|ed) successfully`,
    unless: words`but | however | although | fail\w* | errors? (?:in|on|from|at|for) | down | crash\w* | unavailable | stuck | hang\w* | hung | timed out | never | missing`,
  },
  // "Rolling upgrade", "rollback decision".
  {
    of: "rollback",
    says: words`rolling (?:[\w-]{1,20} )?(?:maintenance|upgrades?|updates?|restarts?|reboots?)`,
    unless: words`roll(?:ed|s|ing)? ?back | rollback | revert\w* | downgrad\w* | undo\w* | undid | back to`,
  },
  {
    of: "rollback",
    says: /^\W*(?:the )?(?:rollback|revert) (?:decision|decided|agreed)\b(?! (?:executed|done|implemented))/i,
    isRather: "decision",
  },
  {
    of: "rerouted",
    says: words`(?:keeps?|kept|continu(?:es?|ed)|still|remain(?:s|ed)?) (?:to be |being )?(?:rerouted|routed|sent)`,
  },
  { of: "hypothesis", says: words`decided against`, isRather: "decision" },
  { of: "declared", says: /^\W*(?:[\w-]{1,20}: )?(?:open|current|active|past) incidents\b/i },
  {
    of: "mitigation_started",
    says: words`(?:promotion|fail-?over|restart|rollback|restore|switchover) (?:is |was |got )?blocked`,
  },
  // What a monitor or a page about others says.
  {
    of: "error_observed impact_started",
    says: new RegExp(
      String.raw`^\W*${oneOf`
        zabbix | nagios | icinga2? | prtg | pingdom | uptime ?robot | uptime kuma | statuscake | check_?mk | alertmanager | site24x7 | better ?stack
        librenms | supervision
      `} ?[:：]`,
      "i",
    ),
    isRather: "alert_fired",
  },
  {
    of: "resolved",
    says: /^\W{0,3}(?:[\w-]{1,20}: ?\[)?resolved(?::\d+)?\]\s?(?:\w{1,30}_\w|[^.!]{3,60} [<>]=? ?\d)/i,
    isRather: "alert_resolved",
  },
  { of: "public_update", says: /\b(?:down ?detector|allest(?:ö|oe)rungen)\b/i },
  {
    of: "mitigated impact_ended",
    says: /^\W*(?:the |our )?(?:utility|carrier|vendor|supplier|provider|upstream|isp|hoster) (?:confirm|report|announce|sa)(?:s|ed|ys|id)\b/i,
    isRather: "dependency_event",
  },
  {
    of: "escalated",
    says: /^\W*(?:the |our )?(?:carrier|vendor|supplier|provider|upstream|isp|hoster) (?:opens|opened|raises|raised|creates|created) an? (?:[\w-]{1,20} )?(?:case|ticket|incident)\b/i,
    isRather: "dependency_event",
  },
  {
    of: "deploy migration",
    says: /^\W*(?:(?:we|i|they|the team) )?(?:(?:have|has|had) )?(?:now )?(?:complet|finish)(?:ed|es|e|ing) (?:an?|the|our) (?:[\w-]{1,20} ){0,2}?(?:post[- ]?mortem|retrospective|review|report|rca|analysis|investigation)\b/i,
  },
  // "Attack traffic ceases": what does harm is over.
  {
    of: "impact_started error_observed",
    says: /\b(?:attacks?|flood(?:ing)?|ddos|spam|malicious|hostile|bot)(?: (?:traffic|requests|packets|waves?))? (?:has |have |had )?(?:then |finally |suddenly )?(?:ceas(?:es?|ed)|stop(?:s|ped)?|end(?:s|ed)?|subsid(?:es?|ed))\b/i,
    isRather: "impact_ended",
  },
  // A crash or a watchdog restarts, and not a person.
  {
    of: "restarted",
    says: /\b(?:triggered|caused|forced|initiated) by (?:(?:an?|the|its) )?(?:[\w-]{1,20} ){0,2}?(?:crash|panic|watchdog|oom(?:[ -]killer)?|power (?:cut|loss|outage|failure)|update)\b/i,
    isRather: "automated_action",
  },
  // "Restart of the node, still the same error", in many languages.
  {
    of: "restarted rerouted scaled rollback_started rollback_finished",
    says: STILL_FAILS,
    isRather: "mitigation_failed",
  },
  {
    of: "paged",
    says: /^\W*(?:.{0,150} )?pagerduty (?:experienced|suffered|had) (?:an?|some|several|the)\b/i,
    isRather: "impact_started",
  },
  // The engineers on call are called, and not a further team.
  {
    of: "escalated",
    says: new RegExp(
      String.raw`^\W*(?:(?:the |our |an? )${ON_CALL} (?:was|were)|(?:the |our |an? )?${ON_CALL} (?:gets?|is|are)) (?:then |also |immediately |first )?${IS_CALLED}\b`,
      "i",
    ),
    isRather: "paged",
  },
  // The change itself is told, and that the device serves again.
  {
    of: "mitigated impact_ended",
    says: /^\W*(?:the |our )?(?:[\w-]{1,20} ){1,3}(?:(?:was|is|were|are|has been) )?re-?configured and (?:then )?(?:brought|put|placed|taken|returned) (?:back )?(?:in|into|to|online)\b/i,
    isRather: "config_changed",
  },
  {
    of: "error_observed",
    says: /^\W*(?:message|banner|notice) (?:on|in) (?:the |our )?(?:site|website|app|home ?page|status page|portal)\b/i,
    isRather: "public_update",
  },
  // What is only read, was of another day, or is denied at once.
  {
    of: "error_observed",
    says: /^\W*(?:(?:we|i) )?(?:find|found|read|saw|see) (?:an? |the )?(?:comment|note|setting|variable|mention|reference)\b/i,
  },
  {
    of: "deploy",
    says: /\b(?:went|gone|was|were) (?:out|live|deployed|released) (?:yesterday|last (?:night|week|month)|(?:a|two|three|some) (?:days?|weeks?) ago)\b/i,
  },
  { of: "act", says: /\? (?:no|nope|nein|non|nee)\b[:,.!]/i },
  // "Corrective action applied", "backlog fully processed; latency back to normal", "no one was notified".
  {
    of: "config_changed deploy observation",
    says: new RegExp(
      String.raw`^\W*(?:the |a |an |first )?${oneOf`
        (?:corrective | remedial | counter)[ -]?(?:actions? | measures? | steps?) | remedy | remedies | countermeasures?
      `.replaceAll(
        " | ",
        "|",
      )} (?:was |were |is |are |has been |have been |got )?(?:applied|taken|executed|implemented|carried out|put in place|performed)\b`,
      "i",
    ),
    isRather: "mitigation_started",
  },
  {
    of: "metric_shift",
    says: words`(?:backlogs?|queues?) (?:of \w+ )?(?:is |was |were |has been |have been )?(?:now )?(?:fully|completely|entirely|all) (?:processed|cleared|drained|worked off|empt\w+)\b.{0,80}\b(?:normal|recovered|restored)`,
    isRather: "impact_ended",
  },
  {
    of: "escalated paged",
    says: /\b(?:alert|alarm|warning|monitor)\b.{0,160}\b(?:no one|nobody|no-one|none)\b[^.;]{0,40}\b(?:notified|alerted|paged|informed|called)\b/i,
    isRather: "alert_fired",
  },
  // "An engineer of the exchange called us": the others act.
  {
    of: "escalated paged joined observation alert_fired customer_report internal_update error_observed",
    says: new RegExp(
      String.raw`^\W*(?:someone|(?:an?|one|the|another|some) ${oneOf`
        engineers? | technicians? | operators? | colleagues? | members? | staff | employees? | administrators? | experts? | representatives?
      `}) (?:from|of|at) .{2,60}?(?:has |have |had |then |also )?${oneOf`
        contact(?:ed|s) | call(?:ed|s) | phon(?:ed|es) | inform(?:ed|s) | notif(?:ied|ies) | told | tells | wr(?:ote|ites)(?: to)? | alert(?:ed|s)
        reach(?:ed|es) out to | got in touch with
      `} us\b`,
      "i",
    ),
    isRather: "dependency_event",
  },
  // "All has been stable for two days, so we close the ticket": it was over before.
  {
    of: "resolved mitigated impact_ended monitoring observation",
    says: words`
      (?:so|and|therefore|hence|thus) (?:(?:we|i|are|have|will|now|therefore) )*clos(?:e|ing|ed) (?:the|this) (?:ticket|case|incident|issue)
      (?:we|i) (?:(?:are|have|will|now|therefore) )*clos(?:e|ing|ed) (?:the|this) (?:ticket|case|incident|issue)
      (?:ticket|case) (?:is|was|has been) (?:(?:therefore|now|hence) )?closed
    `,
    unless: words`restored | recovered | fixed | repaired | replaced | resolved`,
    isRather: "closed",
  },
  // "The TTL is set to 7200, leading to …": it always was.
  {
    of: "config_changed flag_changed",
    says: words`(?:is|are|was|were) (?:[\w-]+ )?set (?:to|at) [^,;.]{1,40},? (?:(?:thereby |thus )?(?:leading|meaning|resulting|causing)|which (?:means|leads|causes|caused|meant|led|results|resulted)|so (?:that )?(?:it|the|they|any|old|wrong))`,
  },
  ...NOT_AS_TOLD_ELSEWHERE,
];

const isOf = (kind: EventKind, name: string): boolean =>
  name === "act" ? ["change", "mitigation"].includes(groupOfKind(kind)) : kind === name || kind.startsWith(`${name}_`);
const byKind = new Map<EventKind, readonly Mistake[]>();

/** Returns the kind that a text tells whose words suggest another one, and else that one. */
export function asTold(kind: EventKind, text: string): EventKind {
  let mistakes = byKind.get(kind);
  if (!mistakes) {
    mistakes = MISTAKES.filter(({ of }) => of.split(" ").some((name) => isOf(kind, name)));
    byKind.set(kind, mistakes);
  }
  const found = mistakes.find(({ says, unless }) => says.test(text) && !unless?.test(text));
  return found ? (found.isRather ?? "observation") : kind;
}
