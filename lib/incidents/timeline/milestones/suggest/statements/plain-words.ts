import { PhraseTable, plainWords } from "#lib/base/text/phrase-table.ts";
import { words } from "#lib/base/text/phrases.ts";
import { stageAbroad } from "../../../kinds/languages/stages-abroad.ts";
import { isCaptioned, kindOfPublicVoice } from "../../../kinds/public-voice.ts";
import type { Saying } from "./saying.ts";

const NOT = new PhraseTable(
  `not|never|no|nobody|nothing|without|cannot|can't|won't|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|couldn't|unable|fails|failed|failing|say|says|said|claims|claimed`,
);
/** Words for a step that is only wanted, awaited or started. */
const AHEAD = new PhraseTable(
  `will|would|should|could|might|may|if|until|before|once|try|tries|tried|trying|attempt|attempts|attempted|attempting
   wait|waits|waited|waiting|awaiting|plan|plans|planned|hope|hopes|hoping|eta|expect|expects|expected|estimated
   continue|continues|continuing|work|working|request|requests to|for|on|with`,
);
const PARTLY = new PhraseTable(
  `partial|partially|partly|some|slowly|gradually|most|mostly|almost|intermittently|still|temporarily|briefly|few|limited|momentarily|half|bulk|majority|only|reduced|but|however|unfortunately|although|except|excluding`,
);
const SUPPOSED = new PhraseTable(
  `may|might|could|would|should|will|wants|if|risk|potential|potentially|prevent|avoid|look|looking|expected
   plan|plans|planned|attempt|attempts|attempted|tries|tried|suggests|suggested|suggestion|proposes|proposed|considers|discussed|discusses`,
);
const WELL = new PhraseTable(
  `restored|recovered|recovers|resumed|resumes|healthy|operational|all-clear
   back to|in|and? online|up|normal|working|work|service|life|available|operation|operational|serving
   is|are|now|was|were|come|comes|came|brought all? now? back|online|normal|green
   recovery|restoration|restore|restores .. complete|completed|finished|done
   *ing|*ed normally|properly|correctly
   working|running|moving|serving|processing|producing|accepting|responding|flowing|syncing|loading|delivering|printing|pinging again
   at|to its|their|the usual|normal
   return|returns|returned to .. normal|nominal|operation
   restore|restoring|resume|resuming|resumed normal|full operation|operations|service|traffic
   fully restoring|recovering
   self-recovered|self-recovers|self-heals|self-healed
   all clear|green|good|well
   up and running
   successfully restarted
   returns|return|returned|returning http? 200`,
);
const OVER = new PhraseTable("resolved|solved|auto-resolves|auto-resolved\nable to resolve|fix");
/** It gets better, but isn't good yet. */
const IMPROVING = new PhraseTable(
  `see|sees|seeing|seen|saw|show|shows|showing .. recovery|improvement|improvements
   signs of recovery|improvement
   is|are|now|slowly|gradually|quickly|rapidly|started|begins|began|begin recovering|improving`,
);
/** Things that are recovered without any improvement for users. */
const GOT_BACK = new PhraseTable(
  "space|memory|storage|funds|money .. recovered|restored\nrecovered|restored funds|money|space|memory",
);
const HEARD = new PhraseTable(
  `notice|notices|noticed|noticing|report|reports|reported|reporting|notified|alerted|detects|detected|spots|spotted|witnessed|observes|observed
   picked up by
   inform|informs us
   complains|complained|flagged|informed|warns|warned|pings|pinged|raises|raised|aware
   receive|receives|received an|a|the|first|several|multiple? inquiry|inquiries|report|reports|complaint|complaints|ticket|tickets|call|calls|alert|alerts|notification|notifications
   alert|alerts|alarm|alarms|page|pages|pager|monitoring|monitor|watchdog|detection was|were|is|are|has|have? fire|fires|fired|triggers|triggered|goes|went|sounds|sounded|rings|rang`,
);
/** Reports to others, or documents that no one hears of. */
const UNHEARD = new PhraseTable(
  `nobody|none|no-one notice|notices|noticed|reported|reports
   users|customers|clients|members|community is|are|was|were informed|notified|alerted|warned
   i|we report|reported
   sad|sorry|happy|glad|pleased|regret|afraid to report|announce|inform
   start|starts|started|begin|begins|began reporting
   incident|outage|post-mortem|postmortem|status|root-cause report|reports`,
);
const BAD = new PhraseTable(
  `offline|down|unavailable|unreachable|inaccessible|unresponsive|halted|stalled|exhaustion|exhausted|delay|delays|delayed|slow|slowly|slowness
   timeout|timeouts|error|errors|failure|failures|failing|failed|fails|broken|wrong|missing|red|crash|crashes|crashed|crashing|hang|hangs|hanging|stuck
   lose|loses|lost|losing all? connectivity|connection|network|power
   connectivity|connection|connections|power was|is|were lost
   intermittent connectivity|connection|access|availability|internet
   outage|incident|issue|issues|problem|problems|unusual|unexpected|high|spike|spikes|blocking|blocked|unable|inquiry|inquiries|complaint|complaints|5xx|500|500s|502|503|504`,
);
/** Users, or what they use, are affected. */
const HARMED = new PhraseTable(
  `experience|experienced|experiences|experiencing|suffered|suffers .. outage|downtime|disruption|degradation|slowness|errors|issue|issues|problem|problems|attack|timeouts|latency|delays|failures
   went|goes|go|gone down|offline|dark
   outage|impact|downtime|disruption|degradation|errors|502|503|500 begin|begins|began|start|starts|started
   became|become|becomes|is|was|were|are unavailable|unreachable|inaccessible|down|offline|unresponsive|unable
   froze|freezes`,
);
const LATER = new PhraseTable(
  `again|another|once|still|resolved|continued|continues|restored|until|secondary|whilst|while|maintenance|whether`,
);
const EASED = new PhraseTable(
  `0|zero errors|failures|5xx|500s|timeouts|crashes|reports
   no more|further|new *s? errors|failures|5xx|500s|timeouts|crashes|reports
   errors|failures|5xx|500s|timeouts|alert|alerts have|has|all? clear|cleared|clears|stopped|gone|vanished
   failed|failing|broken|stuck .. reset|restarted|recovered|cleared|fixed|repaired|replaced|restored
   last .. error|errors|failure|failures|timeout|timeouts|crash|report was|were? observed|seen|reported|logged`,
);
const ACTS = new PhraseTable(
  `reset|resets|reinstall|reinstalled|reattach|reattached|replaced|replaces|destroy|destroyed|recreated|recreates|recreation|rebuilt|rebuilds|redeployed|redeploys
   disabled|disables|stop|stops|stopped|shutdown|halts|halted|pauses|paused|isolates|isolated|isolation|blocks|blocked|removes|removed|clears|cleared|kills|killed|killing
   bumps|bumped|applies|applied|enables|enabled|increases|increased|raised|lowered|flipped|switches|switched|changes|changed|corrected|correction|patch|patches|patched|fix|fixes|fixed
   lands|landed|rollback|revert|reverts|reverted|restart|restarts|restarted|reboot|reboots|rebooted|upgrades|upgraded|downgraded|workaround|freed|reclaimed|delete|deletes|deleted
   migrated|migrating|restores|restored|renewed|rotated|attached|redirects|redirected|rerouted|moved|brings|scales|scaled|makes
   roll|rolls|rolled|rolling it|them|everything? back
   bring|brings|brought|take|takes|took .. up|down|offline|online`,
);
const LOOKED_INTO = new PhraseTable(
  `start|starts|started|begin|begins|began investigating|troubleshooting|debugging|diagnosing|triaging|digging
   investigation|response|triage|troubleshooting|debugging begins|began|starts|started|initiated|underway|launched|opened
   start|starts|started|begin|begins|began|initiated an|the|our|diagnostic? investigation|diagnostic|diagnostics|triage|analysis
   we|i|engineers|team|they|sre dive|dives|dove|dived|dig|digs|dug|delved into
   opened|created|set for|to investigation|investigate|triage|troubleshooting|debugging`,
);
const ANNOUNCES = new PhraseTable(
  "announce|announces|announced|posted|tweeted|notified|informed|published|communicated|emailed|announcement",
);

/** A statement applies if one of its phrases occurs and none of the exceptions does. */
const PLAIN: readonly { says: Saying; told: PhraseTable; unless: readonly PhraseTable[] }[] = [
  { says: "well", told: WELL, unless: [NOT, AHEAD, GOT_BACK, PARTLY] },
  { says: "over", told: OVER, unless: [NOT, AHEAD, PARTLY] },
  { says: "partly_well", told: WELL, unless: [NOT, AHEAD, GOT_BACK] },
  { says: "partly_well", told: IMPROVING, unless: [NOT, AHEAD, GOT_BACK] },
  { says: "in_part", told: PARTLY, unless: [] },
  { says: "heard", told: HEARD, unless: [UNHEARD] },
  { says: "bad", told: BAD, unless: [SUPPOSED] },
  { says: "harmed", told: HARMED, unless: [SUPPOSED, LATER] },
  { says: "eased", told: EASED, unless: [] },
  { says: "acts", told: ACTS, unless: [NOT, SUPPOSED] },
  { says: "looked_into", told: LOOKED_INTO, unless: [NOT, SUPPOSED] },
  { says: "announces", told: ANNOUNCES, unless: [] },
];

const NO_MORE = /\b(?:no|not) (?:longer|more|further|new)\b/gi;

/**
 * Returns the statements that a line makes in plain words, whatever its grammar. They count less than those of a
 * clause.
 */
export function plainSayings(title: string): Saying[] {
  const words = plainWords(title);
  const withoutEnds = plainWords(title.replace(NO_MORE, " "));
  return PLAIN.filter(({ told, unless }) => told.isIn(words) && !unless.some((one) => one.isIn(withoutEnds))).map(
    ({ says }) => says,
  );
}

const CAPTION =
  /^(?:status[: ] ?)?(investigating|identified|monitoring|resolved|update|updated|notification|verifying|in progress|scheduled|created(?=$))(?=$| ?[-–—:,(])/i;

/** Returns the caption of a status page update in lower case and in English, or null. */
export const captionOf = (title: string): string | null =>
  CAPTION.exec(title.trim())?.[1]?.toLowerCase() ?? stageAbroad(title)?.stage ?? null;

const EARLY_STAGES: ReadonlySet<string> = new Set([
  "created",
  "notification",
  "investigating",
  "identified",
  "scheduled",
]);

/** Returns whether a status page update is about a later stage: its subject started earlier, and was known. */
export const isLaterStage = (title: string): boolean => {
  const caption = captionOf(title);
  return caption !== null && !EARLY_STAGES.has(caption);
};

const VOICE = /^(?:update\b|we\b|we['’](?:ve|re)|our\b|the team (?:has|have|is)\b)/i;
const TELLS_OF_POST = words`
  post(?:s|ed)? | publish\w* | tweet\w* | announc\w* | notif\w* | inform\w* | communicat\w* | e-?mail\w*
  status ?page | statuspage | update (?:the|our) | updated
`;

/** Returns whether an event is itself a public post, and not a report about one. */
export const isPost = ({ title, body = "" }: { title: string; body?: string }): boolean =>
  kindOfPublicVoice(title, body) !== undefined ||
  isCaptioned(title, "observation") ||
  (VOICE.test(title) && !TELLS_OF_POST.test(title));
