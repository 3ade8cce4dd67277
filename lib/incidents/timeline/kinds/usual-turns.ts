import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** "Red herring: the new release": it was suspected, and wasn't it. */
const FALSE_TRAIL =
  /^\W*(?:an? |the |first |another )?(?:red herring|false (?:lead|trail|start)|misleading (?:path|lead|clue)|dead end|wild goose chase|rabbit hole|wrong (?:turn|track|path))s?(?: ?#?\d)?\W{0,2}[:–—-]/i;
/** "Focus shifted to the recent deployments", "Bo checks: deployment at 13:55": what is looked at. */
const LOOKED_AT = new RegExp(
  oneOf`
    \b(?:focus|attention|suspicion|the (?:search|investigation)) (?:is |was |has |then |now |quickly )?(?:shift|turn|mov|switch)(?:s|e|es|ed)? to\b
    ^\W*(?:@?[\w.-]{1,20} )?(?:checks?|checked|looks? (?:at|into)|looked (?:at|into)|reviews?|reviewed|inspects?|inspected)(?: ?:| the) (?:deploy(?:ment|s)?|release|rollout|recent)\b
  `,
  "i",
);
/** "We accidentally deleted the cluster": the act that broke it isn't the one that helps. */
const BY_ACCIDENT = new RegExp(
  oneOf`
    \b(?:accidental(?:ly)?|inadvertent(?:ly)?|mistakenly|unintentionally) (?:delet|remov|terminat|shut|stopp|kill|wip|disabl|drain|evict|block|unplug)\w{0,4}\b
    \b(?:delet|remov|terminat|wip|disabl|drain|evict|block|unplugg|kill)\w{0,4} (?:[\w-]{1,20} ){1,5}by (?:mistake|accident)\b
  `,
  "i",
);
/** "Initial incident call ended": more calls follow. */
const FIRST_CALL =
  /\b(?:initial|first|second|morning|daily|internal|status|sync|supplier|vendor) (?:incident |crisis |bridge |response )?(?:call|meeting|bridge|sync) (?:is |was |has )?(?:ended|ends|over|closed|finished)\b/i;
/** "Status incident opened", "status page entry created". */
const STATUS_POST =
  /^\W*(?:an? |the )?(?:public )?status(?:[ -]?page)? (?:incident|entry|post|notice|message|update) (?:is |was |has been )?(?:created|opened|published|posted|added|sent|put up)\b/i;
const PAGERS =
  "(?:pagerduty|opsgenie|victorops|splunk on-?call|squadcast|incident\\.io|grafana oncall|pager|jira alerts?)";
/** "Équipe SRE notifiée via PagerDuty", "PagerDuty Sev-1 escalated to the on-call". */
const BY_PAGER = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:notifi|alert|prév|avis|informier|benachrichtig|appel|réveill|llamad|acionad|avvisat|chiamat|gebeld|powiadom|уведом|оповещ)\p{L}* (?:\p{L}+ ){0,2}?(?:via|par|por|per|über|door|przez|через|mit|con|com) ${PAGERS}
    ^\W*${PAGERS}(?: [\w-]{1,12}){0,3} (?:escalat(?:ed|es)|(?:is |was )?rout(?:ed|es)|forward(?:ed|s)) to
  `}(?!\p{L})`,
  "iu",
);
/** "Réplicas escaladas para 0": scaled, not escalated. */
const SCALED_TO =
  /(?<!\p{L})(?:r[ée]plicas?|pods?|n[óo]s|nodos?|inst[âa]ncias?|instancias?|workers?) (?:fueron |foram )?escalad[ao]s? (?:para|a|hasta|de) \d/iu;
/** "Search data reloaded": no service was restarted. */
const RELOADED =
  /\b(?:data|dataset|index|indices|indexes|tables?|records|catalog(?:ue)?) (?:is |was |were |has been |have been )?reloaded\b/i;
/** "The deploy of the fix went live, search was reinstated". */
const REINSTATED =
  /\b(?:access|capabilit(?:y|ies)|functionality|services?|search|connectivity|log-?ins?|operations?) (?:is|are|was|were|has been|have been) reinstated\b/i;
/** "Investigação iniciada", "Début de l'investigation", "조사 시작". */
const LOOKS_INTO_IT = new RegExp(
  oneOf`
    ^\W*(?:investigação|investigación|investigazione|análise|indagine|diagnóstico|untersuchung|fehlersuche|analyse|onderzoek|troubleshooting) (?:iniciad[ao]|avviat[ao]|iniziat[ao]|gestartet|begonnen|gestart|comenzada|começada|lancée|démarrée)\b
    ^\W*début (?:de (?:la )?|de l['’]|des |du )(?:investigation|investigations|analyse|diagnostic|résolution|recherches)(?!\p{L})
    ^\W*(?:inicio|início|inizio|beginn|start) (?:de (?:la |el )?|del |da |do |der |dell['’]|van (?:het |de )?)(?:investigación|investigação|análisis|análise|indagine|untersuchung|fehlersuche|analyse|onderzoek|diagnóstico)(?!\p{L})
    ^\W*(?:원인 |장애 )?(?:조사|분석|대응|점검) ?(?:를 |을 )?(?:시작|개시|착수)
  `,
  "iu",
);
/** "PR #9 (revert) creada y mergeada". */
const REVERT_MERGED =
  /\b(?:PR|MR|pull request|merge request)\b.{0,20}\brevert\b.{0,30}\b(?:merged|mergead[ao]|mergée?|gemergt|gemerged|fusionnée?|mergiat[ao])(?!\p{L})/iu;
/** "Vercel deploya el revert, la tienda recupera". */
const REVERT_LIVE =
  /(?<!\p{L})(?:deploy|despl[ie]|déplo|implant|ausgeroll|distribu)\p{L}* (?:\p{L}+ )?(?:revert|rollback)\b.{0,60}\b(?:(?:se )?recupera|volta|vuelve|funciona|remonte|fonctionne|funktioniert|funziona|recovers?|recovered)(?!\p{L})/iu;
/** "Verificado con un pedido: funciona". */
const VERIFIED_WORKS = new RegExp(
  String.raw`^\W*${oneOf`
    verificad[ao] | vérifiée? | verifiziert | verificat[ao] | geverifieerd | comprobado | überprüft
  `}(?!\p{L}).{0,80}[ :,–—-]${oneOf`
    funciona | funcionan | funcionando | fonctionne | fonctionnent | funktioniert | funktionieren | funziona | funzionano | werkt | werken
  `}(?: bien| bem| bene| wieder| weer)?\W*$`,
  "iu",
);
const NOT_THERE =
  /(?<!\p{L})(?:no|não|nao|ne|pas|non|nicht|niet|kein|keine|sin|sem|sans|ohne|aún|ainda|nog|않\p{L}*|ない)(?!\p{L})|\?/iu;
const NOT_SO = /\b(?:no|none|whether|not|never|no one|nobody|if|would|should|could|will|until|failed)\b|\?/i;

const SURE: readonly { kind: EventKind; of: RegExp; not?: RegExp }[] = [
  { kind: "observation", of: FALSE_TRAIL },
  { kind: "observation", of: LOOKED_AT },
  { kind: "observation", of: FIRST_CALL },
  { kind: "public_update", of: STATUS_POST, not: NOT_SO },
  { kind: "paged", of: BY_PAGER, not: NOT_SO },
  { kind: "scaled", of: SCALED_TO, not: NOT_SO },
  { kind: "data_change", of: RELOADED, not: NOT_SO },
  { kind: "joined", of: LOOKS_INTO_IT, not: /[?？]/ },
  { kind: "rollback_started", of: REVERT_MERGED, not: NOT_THERE },
  { kind: "impact_ended", of: REVERT_LIVE, not: NOT_THERE },
  { kind: "impact_ended", of: VERIFIED_WORKS, not: NOT_THERE },
  { kind: "impact_ended", of: REINSTATED, not: NOT_SO },
];

/** "The shop is once again taking orders", but not "is once again failing". */
const ONCE_AGAIN = new RegExp(
  String.raw`\b(?:is|are|was|were) once again ${oneOf`
    (?:\w+ly )?${oneOf`
      accepting | building | delivering | flowing | handling | loading | merging | open | processing | producing | publishing | reachable | receiving | responding
      running | selling | sending | serving | shipping | syncing | taking | working | available | operational | online | up | healthy | stable
    `}
  `}\b`,
  "i",
);
const AVERTED = /(?:^|[.!;–—-] ?)\W*(?:the )?(?:crisis|disaster|catastrophe) (?:was |is |has been )?averted\b/i;
const OUTAGE_OVER = /^\W*(?:the )?(?:outage|incident|disruption|downtime) (?:over|done|finished)\W*$/i;
/** "A customer reached out about failing exports". */
const REACHED_OUT =
  /\b(?:customers?|users?|clients?|merchants?|partners?|tenants?) (?:from [\w ]{2,20} )?(?:has |have |had |also |then |first )?(?:reach(?:ed|es)? out|gets? in touch|got in touch|approached us)\b/i;
const SOLD = /\b(?:thank|feature|invoice|pricing|quote|congratulat|good news|all (?:is |was )?well|working again)\b/i;
/** "Exceptions are piling up". */
const PILING_UP =
  /\b(?:exceptions?|errors?|failures?|time-?outs?|failed (?:jobs|requests)|crashes)(?: (?:are|is|were|started|begin|began|keep|kept)){0,2} (?:piling|stacking|mounting|building)(?: up)?\b/i;
/** "GuardDuty finding generated". */
const FINDING =
  /\b(?:guardduty|security(?: hub)?|siem|edr|ids|defender|scanner|falco|wiz|crowdstrike|sentinel) (?:[\w-]{1,20} ){0,2}finding (?:is |was |has been )?(?:generated|raised|created|opened|received|reported)\b/i;
const ROLLBACK_DONE = /^\W*(?:the )?(?:rollback|revert) (?:is |was |has been )?(?:applied|in place|live|out)\b/i;
/** "Access key deactivated". */
const KEY_OFF =
  /\b(?:(?:api|access|ssh|signing|service account) )?(?:keys?|tokens?|credentials|secrets?|passwords?) (?:is |are |was |were |has been |have been )?(?:deactivated|disabled)\W*$/i;
/** "DECLARES SEV-1", without who does. */
const DECLARES = /(?:^|[.!;] )\W*declar(?:es|ed|ing) (?:an? )?(?:sev|p)-?\d\b/i;
/** "Performance has steadied", "Stabilized: …". */
const STEADIED = new RegExp(
  oneOf`
    ^\W*(?:now )?stabili[sz]ed\b(?! (?:the|our|a) (?:plan|process))
    \b(?:performance|load|latency|traffic|cluster|system|service|site|network|queue|error rates?|cpu|memory)(?: (?:has|have|had|is|are))?(?: now| since| finally)? (?:steadied|stabili[sz]ed|settled(?: down)?|levell?ed (?:off|out)|calmed down)\b
  `,
  "i",
);
/** "New blocks being created again". */
const DONE_AGAIN = new RegExp(
  String.raw`\bbeing (?:${oneOf`
    accepted | built | created | delivered | handled | imported | indexed | loaded | made | minted | picked up | printed | processed
    produced | published | received | recorded | replicated | saved | sent | served | shipped | stored | updated | written
  `})(?: normally)? again\b`,
  "i",
);
/** ", leaving the shop unavailable". "Taking the shop offline" is what someone does. */
const LEFT_HARMED = new RegExp(
  String.raw`(?<=[\p{L}\d,;)] )(?<!\b${oneOf`
    are | is | am | was | were | be | been | by | now | ['’](?:re|m) | start(?:ed|s)? | consider(?:ed)?
  `} )${oneOf`
    leaving | rendering | making | knocking | taking | causing | resulting in | led to | leading to
  `} (?:all |the |our |its |most |many |several ){0,2}(?:(?!(?:in|at|on|for|if|when|not|no)\b)[\w/.-]{1,25} ){1,5}(?:to (?:be|become|go) |being |becoming |going )?${oneOf`
    unavailable | unreachable | unschedulable | inaccessible | unusable | offline | unresponsive | dark
  `}(?! (?:for|at|in) (?:a )?(?:test|staging))\b`,
  "iu",
);
/** "The upgrade causes pods to crash loop". */
const MADE_TO_FAIL =
  /\bcaus(?:ed?|es|ing) (?:[\w/.-]{1,25} ){1,5}to (?:crash|fail|hang|time ?out|stall|lock up|restart|go down|run out)\b/i;
/** "Changes were made to fully resolve the incident". */
const MADE_TO_RESOLVE =
  /\b(?:was|were) (?:made|deployed|applied|rolled out|released|pushed|put in place) to (?:fully|completely|finally|permanently) resolve (?:the|this|our) (?:incident|issue|problem|outage)\b/i;
/** "Outage #1 start", "Outage #1 restore", as rows of a table. */
const TERSE_START =
  /^\W*(?:the )?(?:outage|downtime|disruption)(?: ?#?\d)? (?:start|starts|started|begin|begins|began)\W*$/i;
const TERSE_END =
  /^\W*(?:the )?(?:outage|downtime|disruption)(?: ?#?\d)? (?:restore|restored|recovery|recovered|end|ends|ended)\W*$/i;
/** "Events system restarted", as a whole row. */
const ROW_RESTARTED =
  /^\W*(?:(?!(?:be|being|after|when|once|before|since)\b)[\w-]{1,20} ){1,4}(?:system|service|server|cluster|broker|gateway|worker|agent|database)s? restarted\W*$/i;
const SHOWS_GREEN =
  /\b(?:monitoring|monitors?|checks?|dashboards?|probes?) (?:now |all )?(?:showed|shows|showing|turned|turns|went|is|are|was|were) (?:all )?green\b/i;
const STEP_HELPED =
  /\b(?:mitigation|workaround|fail-?over|rollback|fix) (?:is|was|has been|proved|appears) (?:to be )?(?:successful|effective)\b/i;
const SPOTTED =
  /\b(?:monitoring|monitors|alerting|probes) (?:systems? )?(?:first )?(?:spotted|spots) (?:the )?(?:first )?(?:signs|problems|errors|issues|failures|trouble)\b/i;

const LAST: typeof SURE = [
  { kind: "impact_started", of: TERSE_START },
  { kind: "impact_ended", of: TERSE_END },
  { kind: "restarted", of: ROW_RESTARTED, not: NOT_SO },
  { kind: "alert_resolved", of: SHOWS_GREEN, not: NOT_SO },
  { kind: "mitigated", of: STEP_HELPED, not: NOT_SO },
  { kind: "alert_fired", of: SPOTTED, not: NOT_SO },
  { kind: "mitigated", of: AVERTED, not: NOT_SO },
  { kind: "resolved", of: OUTAGE_OVER },
  { kind: "impact_ended", of: ONCE_AGAIN, not: NOT_SO },
  { kind: "customer_report", of: REACHED_OUT, not: SOLD },
  { kind: "error_observed", of: PILING_UP, not: NOT_SO },
  { kind: "alert_fired", of: FINDING, not: NOT_SO },
  { kind: "rollback_finished", of: ROLLBACK_DONE, not: NOT_SO },
  { kind: "mitigation_started", of: KEY_OFF, not: NOT_SO },
  { kind: "declared", of: DECLARES, not: NOT_SO },
  { kind: "resolved", of: MADE_TO_RESOLVE, not: NOT_SO },
  { kind: "mitigated", of: STEADIED, not: NOT_SO },
  { kind: "impact_ended", of: DONE_AGAIN, not: NOT_SO },
  { kind: "impact_started", of: LEFT_HARMED, not: NOT_SO },
  { kind: "error_observed", of: MADE_TO_FAIL, not: NOT_SO },
];

const kindIn = (table: typeof SURE, text: string) =>
  table.find(({ of, not }) => of.test(text) && !not?.test(text))?.kind;

/** Returns the kind that a usual turn of a write-up tells, or "observation" if it shows that nothing was done. */
export const kindOfTurn = (text: string): EventKind | undefined => kindIn(SURE, text);

/** Returns the kind of a usual turn, for a text that nothing else tells. */
export const kindOfLastTurn = (text: string): EventKind | undefined => kindIn(LAST, text);

/** Returns whether a text mentions an act by accident, which isn't a step of the response. */
export const isByAccident = (text: string): boolean => BY_ACCIDENT.test(text);
