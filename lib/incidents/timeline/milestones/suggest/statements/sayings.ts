import type { Clause } from "#lib/base/clauses/clause.ts";
import { IS, isA } from "#lib/base/clauses/lexicon.ts";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import { oneOf, words } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { GOOD_REPORT } from "../../../kinds/good-news.ts";
import { AT_RISK } from "../../../kinds/guess-kind.ts";
import { hasWord } from "../../../kinds/words/word-classes.ts";
import { plainSayings } from "./plain-words.ts";
import type { Saying } from "./saying.ts";
import { sayingsOfClause } from "./sayings-of-clause.ts";

const IMPACT_LABEL =
  /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:BEGINS|BEGAN|STARTS|STARTED|START)\b|\b(?:START|BEGINNING) OF (?:THE )?(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME)\b/;
const END_LABEL =
  /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:ENDS|ENDED|END|OVER|RESOLVED)\b|\bEND OF (?:THE )?(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME)\b/;
/** The same as a remark in brackets. */
const ASIDE_START = /\((?:outage|impact|downtime) (?:begins|started|starts)\)/i;
const ASIDE_END = /\((?:outage|impact|downtime) (?:ends|ended|over)\)/i;
/** Watching alone doesn't reveal the state. */
const RELIEF = words`
  fix\w* | patch\w* | roll(?:ed)? ?back | workaround | mitigat\w* | solution | restored | recover\w*
  implemented | deployed | stable | stabili\w* | back to normal | resolved
`;
/** Matches "Error rate rises to 100%" and "launch success reaches 0%". */
const ALL_FAIL =
  /\b(?:errors?|failures?) rates? [^;]{0,40}\b(?:to|at|reach(?:es|ed)|hits?) (?:9[5-9]|100)(?:\.\d+)? ?%|\b(?:success|availability)\b[^;]{0,40}\b(?:to|at|reach(?:es|ed)|is|hits?) 0 ?%/i;
const IN_VAIN =
  /\b(?:but|however|though|yet)\b.{0,80}\b(?:same (?:error|issue|problem|result|symptom)s?|no (?:change|effect|improvement|difference|luck)|(?:did not|didn't|does not|doesn't) (?:help|work|change)|to no avail)/i;
/** Matches "First 403 response" and "first failed login": it had not failed before. */
const FIRST_FAILURE =
  /^(?:the )?(?:very )?first (?:[\w-]+ ){0,3}(?:errors?|failures?|failed|failing|5xx|50\d|40\d|timeouts?|exceptions?|crash)\b/i;
/** "First customer symptoms", "first impact on users". They are the start. */
const FIRST_HARM = new RegExp(
  String.raw`^(?:the )?(?:very )?first (?:${oneOf`
    (?:customers?|users?|clients?|members?|tenants?|visitors?)['’]?s?[ -](?:facing |visible )?(?:symptoms?|impacts?|effects?|errors?|failures?)
    (?:symptoms?|impacts?|effects?|failures?) (?:for|on|to|at) (?:the |our |some )?(?:customers?|users?|clients?|members?|tenants?|visitors?)
  `})\b(?!.{0,60}\b(?:notice|report|observ|seen|heard|spot|detect))`,
  "i",
);
/** The first person to see it didn't start it. */
export const FIRST_SIGHT =
  /^(?:the )?first (?:recorded |observed |known |confirmed )?(?:instances?|signs?|mentions?|occurrences?|sightings?|symptoms?) of\b/i;
/** Matches a result in a dependent clause: "which solved the issue", "which took the site down". */
const WHICH_HELPED = /\bwhich (?:then |immediately )?(?:solved|fixed|resolved|restored|brought (?:\S+ ){1,4}back)\b/i;
/** "上线热修复，请求量立刻降为 0": a step, and what it stopped. */
const TO_ZERO = new RegExp(
  String.raw`(?:修复|回滚|重启|限流|封禁|关闭|切换|部署|下线|修正|再起動|遮断|切り替え|ロールバック|수정|재시작|차단|롤백|배포)[^\n]{0,80}?${oneOf`
    (?:瞬间|立刻|立即|马上|随即|迅速)?(?:降|归|跌|掉)(?:为|到|至) ?(?:0|零)(?!\.) | (?:瞬间|立刻|立即|马上|随即)?归零 | (?:ゼロ|(?<![\d.])0件?)に(?:なっ|減|低下) | (?<![\d.])0건?으?로 (?:감소|떨어|줄)
  `}`,
  "u",
);
/** "Failover successful": another copy serves. */
const FAILED_OVER =
  /\bfail-?over (?:was |is |has been |has )?(?:successful(?:ly)?|succeeded|completed?|done|finished|worked)\b/i;
const PRACTISED = /\b(?:tests?|drills?|exercises?|rehearsals?|dry[- ]runs?|not|until|if|once)\b/i;
/** "We killed the jobs; after that the error rate dropped to 0%": the step helped. */
const AFTER_THAT = new RegExp(
  String.raw`\b${oneOf`
    after (?:that|this|which|doing so) | thereafter | as a result | immediately afterwards | from then on | with that | at which point
  `},? (?:the |all |our )?(?:[\w-]+ ){0,2}${oneOf`
    (?:error rates?|errors|failures|timeouts|latency|response times|load|queues?) ${oneOf`
      (?:dropped|fell|went|returned|came) (?:down |back )?to (?:0|zero|normal|baseline|(?:its|their|the) usual)
      (?:disappeared|stopped|vanished|cleared|ceased)
    `}
    (?:services?|site|system|api|shop|app|website|platform|orders|logins|requests|jobs|everything) (?:all )?${oneOf`
      recovered | (?:was|were) (?:back|restored|available|healthy|up)(?: again)? | worked again | resumed | (?:went|came) back to normal
    `}
  `}`,
  "i",
);
const WHICH_HARMED = /\bwhich (?:brought|took) (?:down|(?:\S+ ){1,4}(?:down|offline))\b/i;
/** "Unexpectedly lost its link": trouble, and no act. */
const FELL = oneOf`
  fail(?:s|ed)? | crash(?:es|ed)? | stop(?:s|ped)? | die[sd]? | lost | loses | los(?:e|ing) | drop(?:s|ped)? | went | goes | going | down | rose | rises | fell | falls
  bec[ao]mes? | unavailable | unreachable | slow(?:s|ed)? | disconnect(?:s|ed)? | hang(?:s)? | hung | fr[eo]ez?(?:s|e|es|en) | timed out
`;
/** Words that call an act a mistake. */
const MISTAKEN = words`
  by (?:mistake|accident) | in error(?! (?:rate|response|count|message|code|page|state|log|budget)s?\b) | in the belief | accidental(?:ly)? | inadvertent(?:ly)?
  an? wrong [\w -]{1,40} (?:was|were) (?:published|deployed|loaded|set|entered|applied|uploaded|installed|pushed|connected)
  mistaken(?:ly)? | unintentional(?:ly)? | human error
  unplanned(?! (?:[\w-]+ ){0,2}(?:outage|loss|downtime|interruption|disruption)\b) | (?<!${FELL} )unexpectedly(?! ${FELL}\b)
  spontaneous(?:ly)? | erroneous(?:ly)? | wrongly | the wrong
`;
const CAUSE = words`
  caused by | due to | because of | culprit | root cause | cause (?:is|was|identified|found)
  trac(?:ed|es) (?:\w+ ){0,4}to | introduced (?:by|in|with) | triggered by | responsible for | to blame
`;

/** Things that are only collected for later work. */
const SUPPOSED_DONE =
  /\b(?:(?:looks|looking|seems|appears) (?:like|as if|that|to)|(?:we|engineers|i) (?:think|believe|assume))\b/i;

/** Trouble that no one saw then. */
const UNNOTICED = words`
  unnoticed | undetected | (?:nobody|no one|no-one|none of us) (?:had )?(?:noticed|knew|saw|realized|realised)
  (?:did not|didn't|had not|hadn't|could not|failed to) (?:notice|noticed|realize|realise|realized|detect|detected|see|seen)
`;

/** "No one noticed until a professor asked". */
const UNTIL_NOTICED = /\b(?:nobody|no one|no-one|unnoticed|undetected)\b[^.;]{0,20}\buntil\b/i;
/** "A colleague spotted it", "it was only found at the daily check". */
const NOTICED_IT = new RegExp(
  String.raw`\b${oneOf`
    (?:noticed|notices|spotted|spots|discovered|discovers|picked up on) (?:it|this|(?:the|this) (?:problem|fault|issue|outage|failure|error)s?)\b
    (?:we|staff|team|operators?|someone|i) (?:only |first |then |just )?(?:noticed|realised|realized)(?! (?:that )?(?:the |this )?(?:cause|reason|fix|\w+ (?:is|was|were|has|had) (?:back|fixed|restored|resolved|normal)))
    (?:we|i) (?:are|have been) (?:currently )?(?:observing|seeing|noticing|experiencing) (?:[\w-]{1,20} ){0,2}(?:high|elevated|increased|degraded|latency|errors|failures|delays|slowness|packet loss|loss of|timeouts)\b
    (?:this|it|(?:the|this) (?:problem|fault|issue|outage|failure|error)) (?:was|were) (?:only |first |then |later )?(?:found|noticed|discovered|detected|spotted)(?! that\b)
  `}`,
  "i",
);
/** "Signallers saw that the screens had frozen". */
const SAW_THAT = new RegExp(
  String.raw`\b(?:saw|sees?|notic(?:e|ed|es)|realis\w{1,3}|realiz\w{1,3}|found) (?:out )?that\b.{0,80}\b${oneOf`
    frozen | fallen | fell | fewer | lower | less | zero | missing | empty | stuck | gone | blank | wrong | down | failed | failing
    stopped | broken | dead | offline | unavailable | unreachable | slow | high | errors?
  `}\b(?!.{0,60}\b(?:caused|due|because|responsible)\b)`,
  "i",
);
/** "Switchboard informed IT", "an editor rings the web team". */
const TOLD_US = new RegExp(
  String.raw`^(?!${oneOf`
    we | i | they | he | she | on-call | engineers? | engineering | the (?:ic|team|engineers?|commander|vendor|provider|supplier)
  `}\b)(?:[\w'’-]{1,20} ){1,4}${oneOf`
    informs? | informed | tells? | told | alerts | alerted | notif(?:y|ies|ied) | rings? | rang | calls? | called | phones? | phoned
  `} (?:our |the )?(?:[\w-]{1,15} ){0,2}(?:IT|it department|team|engineers?|engineering|NOC|help ?desk|service desk|web team|admins?|developers?)\b`,
);

/** Matches "Reported the incident to the vendor": we told others. */
const TOLD_OTHERS =
  /^(?:we |i )?(?:also )?reported .{3,60}? to (?!us\b|our (?:team|on-call|support|helpdesk|help desk))/i;

/** Returns everything that a text says. `kinds` are those of its statements. */
export function sayingsOf(
  clauses: readonly Clause[],
  title: string,
  body: string,
  kinds: ReadonlySet<EventKind>,
): Set<Saying> {
  const says = new Set<Saying>(plainSayings(title));
  const text = `${title}\n${body}`;
  const words = wordsOf(title);
  if (IMPACT_LABEL.test(text) || ASIDE_START.test(title)) says.add("impact_label");
  if (END_LABEL.test(text) || ASIDE_END.test(title)) says.add("end_label");
  if (kinds.has("monitoring") && (RELIEF.test(text) || hasWord(words, "STATUS_PAGE"))) says.add("watching");
  if (IN_VAIN.test(title)) says.add("in_vain");
  if (FIRST_FAILURE.test(title)) says.add("breaks");
  if (FIRST_FAILURE.test(title) && !says.has("heard") && !FIRST_SIGHT.test(title)) says.add("first_failure");
  if (FIRST_HARM.test(title)) says.add("impact_label");
  if (
    FIRST_SIGHT.test(title) ||
    NOTICED_IT.test(title) ||
    UNTIL_NOTICED.test(title) ||
    SAW_THAT.test(title) ||
    TOLD_US.test(title)
  )
    says.add("noticed");
  if (ALL_FAIL.test(title)) says.add("fails_wholly");
  if (WHICH_HELPED.test(title) || AFTER_THAT.test(title)) says.add("works").add("helped");
  if (TO_ZERO.test(title)) says.add("works").add("helped");
  if (FAILED_OVER.test(title) && !PRACTISED.test(title)) says.add("partly_works");
  if (WHICH_HARMED.test(title)) says.add("impact_label");
  if (MISTAKEN.test(title)) says.add("mistake");
  if (hasWord(words, "FAULTY")) says.add("faulty");
  const isSupposed = SUPPOSED_DONE.test(title);
  if (CAUSE.test(text)) says.add("names_cause");
  // A supplier's report is about its own trouble, and not yet ours.
  const isOfSupplier = words[1]?.text.startsWith("report") && hasWord(words.slice(0, 1), "SUPPLIER");
  if (isOfSupplier) for (const saying of ["heard", "bad", "harmed"] as const) says.delete(saying);
  const isToldOthers = TOLD_OTHERS.test(title);
  const isTroubled = hasWord(words, "TROUBLED") || words.some((word) => isA(word, IS.negation));
  if (isTroubled) says.add("troubled");
  for (const clause of clauses) {
    for (const saying of sayingsOfClause(clause, words, isTroubled)) says.add(saying);
  }
  if (isToldOthers || GOOD_REPORT.test(title) || (UNNOTICED.test(title) && !UNTIL_NOTICED.test(title)))
    for (const saying of ["heard", "noticed", "seen_failing"] as const) says.delete(saying);
  if (AT_RISK.test(title)) for (const saying of ["harmed", "hits_users", "breaks", "bad"] as const) says.delete(saying);
  if (isSupposed) for (const saying of ["repairs", "acts", "fix_live"] as const) says.delete(saying);
  return says;
}
