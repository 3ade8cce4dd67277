import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const USERS = "(?:users?|customers?|clients?|members?|subscribers?|merchants?|partners?|tenants?|visitors?|players?)";
/** "No customers", "did any users": those that nothing happened to, or that a question or a condition is about. */
const TOLD_OF = String.raw`(?<!\b(?:no|any|did|do|does|if|whether|unless|until|few|zero|neither|nor) (?:[\w-]{1,15} ){0,2})(?<!\bnone of (?:\w+ )?)`;
/** "No further errors", "not affected": with these, nothing that they need is missing. */
const NO_HARM = oneOf`
  (?:more|further|other|new|longer|affected|impacted|aware|an? (?:issue|problem))\b
  (?:[\w-]{1,20} ){0,3}(?:issues?|problems?|errors?|impact|complaints?|trouble|loss|downtimes?|outages?|failures?|delays?|interruptions?|disruptions?|symptoms?|changes?|differences?)\b
`;
/** "Nothing loads", but not "nothing unusual". */
const NOTHING = String.raw`nothing (?!(?:this|missing|amiss|interesting|surprising|alarming|concerning)\b)(?:is |was )?[a-z]{3,}(?:s|ed|ing)`;
/** "Customers report no data": what is missing, and not that they reported nothing. */
const LACK = new RegExp(
  String.raw`\b(?=${USERS})${TOLD_OF}${USERS} (?:have |has |had |also |then |first )?${oneOf`
    report(?:s|ed|ing)? | complain(?:s|ed|ing)? | mention(?:s|ed)? | sa(?:y|ys|id) | wr(?:ite|ites|ote) | notic(?:e|es|ed)
  `} (?:that |about )?(?:no|${NOTHING}|not|none of|never|missing|(?:an? |the |their )?[\w ]{0,30}not)\b(?! ${NO_HARM})`,
  "i",
);

/** Metrics that are bad when they are high. Of the others, "below the threshold" is the trouble. */
const BAD_WHEN_HIGH = oneOf`
  errors? | failures? | [45]xx | error rates? | failure rates? | latency | latencies | lag | usage | utili[sz]ation | cpu
  load | depth | backlog | p\d\d | response times? | timeouts? | temperature | retries | packet loss
`;
const LIMIT = "(?:the |its )?(?:limits?|thresholds?|normal|baseline)";
const OVER_IF_NOT = oneOf`
  not | yet | failed | still | until | unless | if | once | when | will | would | should | can | be
  auto\b(?!.(?:resolved|recovered|cleared)\W*$)
`;
/** "[ALERT] CPU back to normal": an entry of a log that says itself what it is. */
const ALERT_OVER = new RegExp(
  String.raw`^\W{0,3}(?:alerts?|alarms?)\W{1,3}(?=\w)(?!.*(?:\?|\b${OVER_IF_NOT}\b)).*\b${oneOf`
    back to (?:normal|baseline|ok) | normali[sz]ed | recovered | resolved | returned to (?:normal|baseline)
    cleared(?=\W*$) | within ${LIMIT} | (?:back|again) (?:below|under) ${LIMIT} | (?:below|under) ${LIMIT} again
    (?<!\b(?:free|idle|available|success\w*) )${BAD_WHEN_HIGH}(?: (?:rate|is|are|now|has|dropped|fell)){0,3} (?:below|under) ${LIMIT}
    is (?:ok|up|healthy) (?:again|now)
  `}\b`,
  "i",
);

/** "Repairs have been completed": of lines, machines and buildings. */
const REPAIRED = new RegExp(
  String.raw`\b(?:repairs?|repair works?|(?:fib(?:re|er) )?splicing|restoration works?) ${oneOf`
    (?:(?:has|have|had|was|were|is|are|been|now|all|fully|successfully) )*(?:complete|completed|finished|done)
  `}\b(?! (?:by|in|about|within|for (?:today|now)|at (?:about )?\d+ ?%))`,
  "i",
);
const AHEAD =
  /\b(?:until|once|when|will|should|expect\w*|estimated?|eta|before|if|after|not|partial\w*|some|temporary|to be)\b/i;

/** "Ask customers experiencing errors to retry": whom it is about. */
const ASKED_FOR = String.raw`(?<!\b(?:ask|tell|advise|remind|invite|help|contact|were|was) (?:[\w-]{1,15} ){0,2})`;
/** "Clients have experienced intermittent downtimes". */
const SUFFERED = new RegExp(
  String.raw`\b(?=${USERS})${TOLD_OF}${ASKED_FOR}${USERS}(?: \([^()]{1,40}\))? (?:have |has |had |also |may have )?${oneOf`
    experienc(?:e|es|ed) | suffer(?:s|ed)? | encounter(?:s|ed)? | fac(?:e|es|ed)
    (?<!\b(?:for|to|with) (?:\w+ )?${USERS} )(?:experiencing|suffering|encountering|facing)
  `} (?:(?!(?:no|not|zero|any|less|fewer|never|neither|without)\b)[\w-]{1,20} ){0,3}${oneOf`
    downtimes? | outages? | interruptions? | disruptions? | time-?outs? | errors | slowness | failures
  `}\b(?!\?)`,
  "i",
);
const SECRETS = "(?:creds|credentials|(?:api |access |ssh |signing )?keys?|tokens?|secrets?|passwords?)";
/** "All keys are rotated". */
const ROTATED = new RegExp(
  String.raw`\b${SECRETS} (?:are|were|was|is|have been|has been|being) (?:now |all )?(?:rolled|rotated|revoked|reset|invalidated)\b|(?<!\b(?:to|about|of|for) )\b(?:rotat|revok|invalidat)(?:es?|ed|ing) (?:[\w-]{1,20} ){0,3}${SECRETS}\b`,
  "i",
);
/** "No tokens were revoked", "discussed rotating the keys": only spoken of. */
const NOT_ROTATED = new RegExp(
  String.raw`${AHEAD.source}|\?|\b${oneOf`
    (?:no|none of|neither of|zero|few) (?:[\w-]+ ){0,3}${SECRETS} | no one | nobody | never | without | need\w* | must
    plan\w* | discuss\w* | consider\w* | propos\w* | recommend\w* | suggest\w* | ask(?:s|ed|ing)? | whether | scheduled
  `}\b`,
  "i",
);
/** "An attempted restart led to no response". */
const FAILED_ATTEMPT = new RegExp(
  String.raw`\b${oneOf`
    attempt(?:s|ed)? | tr(?:y|ies|ied) | trying
  `}(?: to| at)? (?:a |the )?${oneOf`
    restart | reboot | reset | fail ?over | roll ?back | revert | recover\w* | restor\w* | renew | replace | redeploy | deploy | re-?install | reconnect | rebuild | repair | fix
  `}\b[^.;]{0,60}\b${oneOf`
    (?<!\b(?:the|an?|our|its|this|that|from|of|any|previously|first) )fail(?:s|ed)?(?! ?over) | no (?:response|effect|success|luck) | (?:but|and) (?:\w+ )?(?:was|were) unable to | (?:but|and) (?:could not|couldn't) | unsuccessful(?:ly)? | without (?:success|effect) | did(?:n't| not) (?:help|work)
  `}\b`,
  "i",
);
/** "The agency issues its first public notice", but not what a supplier, a named company or a court issues. */
const NOTICE = new RegExp(
  String.raw`(?:^|[.;] )\W*(?:we|(?:the|our) (?!${oneOf`
    (?:[\w-]+ ){0,3}(?:providers?|suppliers?|vendors?|carriers?|hosts?|hosters?|isp|telco|registrars?|manufacturers?|courts?|police|government|ministry|regulators?|parliament|union)
  `}\b)(?:[\w-]+ ){0,3}[\w-]+|support|communications|comms|press office|pr|management)(?: (?:has|have|had|also|then|now))* issu(?:es?|ed) (?:an?|its|the|our) (?:${oneOf`
    (?:(?:first|second|initial|public|full|fuller|brief|written|joint) ){0,3}(?:notice|notification|statement|announcement|press release)
    (?:public|press|customer|service|travel|passenger) (?:advisory|bulletin)
  `})\b`,
  "i",
);
/** "Technicians arrive on site", but not "reached the site limit" and "reached on the office phone". */
const ARRIVED = new RegExp(
  String.raw`\b${oneOf`
    engineers? | technicians? | author | team | crews? | staff | electricians? | managers? | specialists?
  `} (?:has |have )?(?:arriv(?:es?|ed|ing)|reach(?:es|ed)?) (?:on|at|the) ?-?(?:the )?${oneOf`
    site | scene | data ?cent(?:re|er) | building | office | plant
  `}(?:s?\W*$|\b(?=[.,;:!?()–—]| [-–—(]| ${oneOf`
    and | to | with | at | in | around | after | where | but | as | again | early | late | who | because | before | from | near | of
    within | now | \w | \d+
  `}\b))`,
  "i",
);
const CONFIRMED_WELL = new RegExp(
  String.raw`\b${oneOf`
    (?:all|every|everything|each)\b(?! but).{0,200}\bconfirmed (?:as |to be )?(?:working|operational|healthy|functional|restored|recovered|back)
    (?<!${USERS} (?:has |have |also )?)confirm(?:s|ed)? (?:that )?(?:everything|all(?: [\w-]+){0,2}|every \w+) ${oneOf`
      (?:is|was|are|were) (?:back to )?(?:normal|fine|well|healthy|restored|working|operational|arriving) | works? | worked
    `}
  `}\b`,
  "i",
);
/** "Heap usage above 80%". */
const ABOVE =
  /\b(?:usage|utili[sz]ation|latency|load|lag|depth|pressure|cpu|memory|error rate|temperature) (?:is |now |goes |rises |climbs )?(?:above|over|exceeds|exceeded|beyond|passes|passed)\b/i;

const NO_LONGER = /\b(?:no longer|not|stopp?(?:ed|s)|until|if|might|may|could|will|would|should|again|planned|past)\b/i;

/** "Outage Start", "Impact start time": a field, and nothing else. */
const START_FIELD =
  /^\W*(?:outage|impact|downtime|disruption|interruption) (?:start(?:ed)?|beg[ai]n)(?: (?:date|time)){0,2}\W*$/i;
/** "Outage Stop", "Impact end time". */
const END_FIELD =
  /^\W*(?:outage|incident|impact|downtime|disruption|interruption|issue|non-?compliance) (?:stop(?:ped)?|end(?:ed)?|finish(?:ed)?)(?: (?:date|time)){0,2}\W*$/i;

/** "Customers no longer experience errors", but not "no longer see any products": it is trouble that they had. */
const RELIEVED = new RegExp(
  String.raw`\b${USERS} (?:are |were |is |was )?no longer (?:(?:affected|impacted)\b|${oneOf`
    experienc(?:e|es|ed|ing) | see(?:s|n|ing)? | get(?:s|ting)? | fac(?:e|es|ing) | receiv(?:e|es|ing) | encounter(?:s|ing)?
  `} (?:[\w-]{1,20} ){0,3}${oneOf`
    errors? | failures? | failed | time-?outs? | slowness | outages? | downtimes? | banners? | issues? | problems?
    delays? | interruptions? | disruptions? | latency | lag | [45]\d\ds? | [45]xx
  `}\b(?! (?:log|logs|page|report|reports|list|message|code|details)\b))`,
  "i",
);
const SUCCEEDED =
  /\b(?:succeed\w*|(?<!not )successful(?:ly)?|worked|without (?:any )?(?:errors|failures?|issues|problems))\b/i;

/** "Due to network problems, the mail service was unavailable". */
const DUE_TO =
  /^[^.!?]{0,40}\b(?:due to|because of|owing to) [^.!?]{3,60} (?:the|this|all|our|some) [^.!?]{3,80} (?:was|were) (?:completely |partly |also )?(?:unavailable|down|unreachable|inaccessible|offline)\b/i;
/** "A fault in the grid caused an outage to cabinets". */
const CAUSED_OUTAGE =
  /\b(?:caused|causing|led to|resulted in|triggered) (?:an?|the|this|another|a second) (?:[\w-]{1,20} ){0,3}(?:outage|blackout|interruption|shutdown)\b/i;
/** "We started restoring connectivity by rebooting the devices". */
const STARTED_RESTORING =
  /\b(?:started|began|begun|begins?|starts?) (?:to )?(?:restor(?:e|ing)|repair(?:ing)?|bring(?:ing)? back|reconnect(?:ing)?)\b/i;
/** "[RESOLVED] Instance web-1 down": how a monitor says that its alert is over. */
const RESOLVED_ALERT =
  /^\W{0,3}RESOLVED\W{1,3}\s?(?:instance|target|host|probe|job|node|\w+ (?:is )?down\b).{0,160}\b(?:down|missing|high|failing|firing|unreachable)\W*$/i;
/** "Thousands of customers lost phone service", "computers went dark". */
const LOST_SERVICE = new RegExp(
  String.raw`\b(?=\w)${TOLD_OF}${oneOf`
    ${USERS} | homes | households | people | residents | callers | passengers | students | patients
  `} (?:in [\w ]{3,30} )?(?:had |have )?lost (?!no\b)(?:[\w-]{1,20} ){0,3}${oneOf`
    service | access | power | connection | connectivity | internet | signal
  `}\b|\b${oneOf`
    computers | screens | systems? | websites? | sites? | phones | lines | networks?
  `} (?:[\w-]{1,20} ){0,4}went (?:dark|down|dead|silent|offline)\b`,
  "i",
);
/** "Power was fully transferred to generators". */
const OTHER_POWER = new RegExp(
  String.raw`\b${oneOf`
    power | load | site | building | data ?cent(?:er|re) | racks? | cabinets?
  `} (?:was|were|has been|had been) (?:fully |then |successfully |manually )?(?:transferred|switched|moved|restored) (?:over )?to (?:the )?${oneOf`
    generators? | batter(?:y|ies) | back-?up | ups | utility | mains | grid
  `}\b`,
  "i",
);
/** "A spokesman said that the company was working on it". */
const SPOKE =
  /\b(?:spokes(?:man|woman|person|people)|press office(?:r)?) (?:[\w' -]{0,40})?(?:said|says|told|confirmed|announced|tweeted)\b/i;

/** "CheckoutErrorsHigh Firing (for: 2m)": the name of an alert with its state, whatever language is around it. */
const ALERT_NAMED = String.raw`(?:^|[\s"'\x60*])[A-Z][a-z]{1,20}(?:[A-Z]+[a-z0-9]{1,20}){2,8}["'\x60*]* (?:is |was |alert |has )?`;
const ALERT_FIRES = new RegExp(`${ALERT_NAMED}(?:[Ff]iring|FIRING|[Ff]ires|[Ff]ired|[Tt]riggered)\\b`);
const ALERT_ENDS = new RegExp(`${ALERT_NAMED}(?:RESOLVED|[Rr]esolved|[Cc]leared|[Rr]ecovered)\\b`);
/** "It was first detected when several users complained": who told it. */
const LEARNED = new RegExp(
  String.raw`\b${oneOf`
    detected | noticed | discovered | found | spotted | came to (?:light|our attention)
    (?:became|become|were|was) (?:made )?aware
  `}\b[^.;]{0,40}\b${oneOf`
    when | after | because | as | by | through | from | via
  `} (?:[\w-]{1,15} ){0,3}${USERS} (?:had |have |first )?${oneOf`
    complain | report | contact | wrote | call | email | mention | post | tweet | submit | rais | fil | open
  `}`,
  "i",
);
const UNLEARNED =
  /\b(?:(?:cause|typo)(?: of [\w ]{1,20})?(?: is| was| were)? (?:found|discovered|detected|spotted|noticed)|wrote (?:unit |integration )?tests|nobody|no one|not|never|until|would|could|if)\b/i;
/** "Servers started coming back". */
const COMING_BACK = new RegExp(
  String.raw`\b${oneOf`
    servers? | services? | sites? | systems? | customers | users | devices | nodes | instances | connections | traffic
    power | phones | lines | stores | flights | trains | requests | orders
  `} (?:have |has |had )?(?:${oneOf`
    began | begun | begins? | started | starts?
  `}) ${oneOf`
    being restored | to be restored | coming (?:back|online|up) | to come (?:back|online|up) | returning | to return
    reconnecting | to reconnect | flowing again | to flow again
  `}\b`,
  "i",
);
/** "Started returning 500", "coming back with complaints": not back. */
const BACK_WITH = new RegExp(
  String.raw`${AHEAD.source}|\b${oneOf`
    return(?:ing)? (?!online\b|to (?:normal|service|operation|work)\b|(?:after|at|around|by|from|in|on|over|shortly|gradually|again|and|as|one)\b)[\w"“'\x60]
    (?:back|up) (?:with|to (?!normal|service|life|full)|in (?:the )?logs?) | only | tests? | depot | products | laptops
  `}`,
  "i",
);

/** "Alertmanager page: API errors above 10%": the text of an alert, after its name. */
const ALERT_SAYS = new RegExp(
  String.raw`^\W{0,3}(?:[A-Z][\w.]{2,20} )?(?:alert|alarm|page)\s?: ?(?:[\w%/.-]{1,25} ){1,7}${oneOf`
    above | over | below | under | exceeds | exceeded | beyond | [<>]=? | (?:is |are )?(?:higher|greater|more|lower|less) than
  `} ?~?\d`,
  "i",
);
const ALERT_SAYS_OVER =
  /^\W{0,3}(?:[A-Z][\w.]{2,20} )?(?:alert|alarm|page)\s?: ?.{3,80}\b(?:no longer (?:above|over|below|under|high|low|firing)|back (?:above|below|under|within)|(?:above|below|under) .{1,20} again)\b/i;
const NOT_FIRED =
  /\b(?:back|again|no longer|resolved|recovered|cleared|closed|test|silenced|muted|until|if|when|will|would|should|rule|threshold changed)\b/i;
/** "Set memory of the worker to 8 GB": a setting and its new value. */
const SET_TO =
  /^\W{0,3}(?:we )?(?:set|changed|adjusted) (?:the )?(?!up\b)(?:[\w./-]{1,30} ){1,6}to \d[\d.,]{0,12}(?! ?(?:[ap]m|uhr|people|engineers|responders)\b|:\d)(?:\s|\W{0,4}$|[a-z%])/i;
const NOT_A_SETTING =
  /\b(?:severity|sev|priority|status|incident|meeting|call|alarm|deadline|reminder|review|title|eta|replicas?|instances|nodes|pods|workers|servers)\b|\?/i;

/** "The mud came back online", "search was fully operational again": whatever it is that works. */
const BACK = new RegExp(
  String.raw`\b${oneOf`
    (?:came|come|comes|was|were|is|are|brought|been) (?:fully |all |both |now )?back (?:online|in service|in operation|up and running)
    (?:was|were|is|are|been|be) (?:now |all |both |again )?(?:fully |completely )(?:operational|functional|available|restored|recovered|working)
    (?:was|were|is|are) (?:operational|functional|available|reachable|accessible) again
  `}\b`,
  "i",
);
/** "Withdrawals were enabled again", "charts opened again", "it was correct". */
const WORKS_AGAIN = new RegExp(
  String.raw`\b${oneOf`
    (?:was|were|is|are) (?:enabled|allowed|possible|permitted|accepted|open|active) again
    (?:it|they|everything|values|results?|balances|the \w+) (?:was|were) (?:correct|accurate|complete)(?: again)?\W*$
    (?:shops?|market|house|exchange|stores?|line|tracks?|airport|station|road|platform|site|gates?) (?:was|were|has been|have been) (?:re-?opened)
  `}(?!\w)`,
  "i",
);
/** "Trains started to move again", "charts opened again". */
const MOVES_AGAIN = new RegExp(
  String.raw`\b${oneOf`
    opened | worked | ran | loaded | arrived | flowed | responded | answered | connected | printed | synced | played
    (?:start|starts|started|begin|begins|began) (?:to (?:move|flow|run|work|arrive|operate)|moving|flowing|running|working|arriving|operating)
  `} again\b`,
  "i",
);
/** "The changes have helped to bring down the error rate". */
const HELPED =
  /\b(?:changes?|fix(?:es)?|restarts?|workarounds?|steps?|measures?|rollback|adjustments?) (?:\w+ ){0,3}helped (?:to )?(?:bring down|reduce|lower|restore|resolve|stabili[sz]e|ease)\b/i;
/** "The switch where the signer is connected failed". */
const FAILED_LAST =
  /^(?!.*\b(?:attempts?|tr(?:y|ies|ied)|tests?|restart|rollback|fix|repair|retry|login|if|when|not|never|had been)\b).*\b(?:failed|crashed|died|broke down)[.!]?$/i;
/** "The portal slowed down". */
const SLOWED =
  /\b(?:portal|site|website|app|system|pages?|shop|service|searches|logins|everything|platform) (?:has |have |had )?slowed (?:down|to a)\b/i;
const NOT_WHOLLY = new RegExp(
  String.raw`${AHEAD.source}|\b(?:but|however|although|most|many|only|except|power|temperatures?|monitoring)\b|\?`,
  "i",
);
/** "There was a problem at the exchange". */
const HAD_TROUBLE = new RegExp(
  String.raw`\b(?:there (?:was|were)|(?:we|they) had) (?!no\b|not\b)(?:[\w-]{1,20} ){0,3}(?:problems?|faults?|failures?|malfunctions?|breakdowns?|delays?) ${oneOf`
    at | with the (?!approach|idea|plan|theory|assumption|process) | with our | in (?!communication|hiring|response) | on | affecting
  `}`,
  "i",
);
const NOT_HAD =
  /\b(?:if|whether|might|may|could|would|suspected|believed|thought|no longer|planned|said|whenever|last (?:week|month|year))\b|\?/i;
/** "The services were unavailable", whatever they are. */
const UNREACHED = new RegExp(
  String.raw`(?<!\b${oneOf`
    engineers? | staff | managers? | colleagues? | vendor | supplier | expert | who | he | she | data | metrics | logs | details
    information | parts | spares? | records
  `} )\b(?:was|were|became|become) (?:completely |all |also |both |entirely |suddenly |then )?(?:unavailable|unreachable|inaccessible)\b(?! for comment)`,
  "i",
);
/** "All clients were notified by mail". */
const MANY = "(?:customers|users|clients|members|passengers|subscribers|merchants|players)";
const TOLD_MANY = new RegExp(
  String.raw`\b${oneOf`
    ${MANY} (?:were|have been|are|had been) (?:all |also |then |first )?(?:notified|informed|emailed|alerted)
    (?:inform|notif|alert|email)\w{0,3} (?:all |our |its |the |affected |impacted ){0,3}${MANY} (?:about|of|that|via|through|by|on|over)
  `}\b`,
  "i",
);
/** "Sent an alert to frontline teams". */
const TOLD_STAFF = new RegExp(
  String.raw`\b(?:issu|send|sent|circulat)\w{0,3} (?:an? |the |its )?(?:[\w-]{1,20} ){0,2}${oneOf`
    alert | notice | bulletin | briefing | warning | e-?mail | mail | message | memo | letter
  `} to (?:the |all |our |its )?(?:[\w-]{1,20} ){0,2}(?:teams?|staff|employees|branches|colleagues)\b`,
  "i",
);

/** "We reported the problem to our carrier". */
const TO_SUPPLIER = new RegExp(
  String.raw`\b${oneOf`
    reported | raised | logged | flagged
  `} (?:the |this |our |a )?${oneOf`problem | issue | fault | outage | matter | incident | case`}s? (?:to|with) (?:our |the )?(?:[\w-]{1,20} ){0,2}${oneOf`
    providers? | suppliers? | vendors? | carriers? | isps? | manufacturers? | hosters? | data ?cent(?:re|er) | utility
  `}\b`,
  "i",
);

const PHRASES: readonly { kind: EventKind; of: RegExp; not?: RegExp }[] = [
  { kind: "alert_resolved", of: ALERT_OVER },
  { kind: "alert_fired", of: ALERT_FIRES, not: AHEAD },
  { kind: "alert_resolved", of: ALERT_ENDS, not: AHEAD },
  { kind: "alert_resolved", of: ALERT_SAYS_OVER, not: AHEAD },
  { kind: "alert_fired", of: ALERT_SAYS, not: NOT_FIRED },
  { kind: "config_changed", of: SET_TO, not: NOT_A_SETTING },
  { kind: "customer_report", of: LEARNED, not: UNLEARNED },
  { kind: "impact_started", of: START_FIELD },
  { kind: "resolved", of: END_FIELD },
  { kind: "impact_ended", of: RELIEVED, not: AHEAD },
  { kind: "alert_resolved", of: RESOLVED_ALERT },
  { kind: "mitigation_started", of: STARTED_RESTORING, not: AHEAD },
  { kind: "impact_started", of: DUE_TO, not: NO_LONGER },
  { kind: "impact_started", of: CAUSED_OUTAGE, not: NO_LONGER },
  { kind: "impact_started", of: LOST_SERVICE, not: NO_LONGER },
  { kind: "mitigated", of: OTHER_POWER, not: NO_LONGER },
  { kind: "public_update", of: SPOKE, not: NO_LONGER },
  { kind: "customer_report", of: LACK },
  { kind: "mitigated", of: REPAIRED, not: AHEAD },
  { kind: "mitigated", of: COMING_BACK, not: BACK_WITH },
  { kind: "impact_started", of: SUFFERED, not: NO_LONGER },
  { kind: "mitigation_failed", of: FAILED_ATTEMPT, not: SUCCEEDED },
  { kind: "resolved", of: CONFIRMED_WELL, not: AHEAD },
  { kind: "mitigation_started", of: ROTATED, not: NOT_ROTATED },
  { kind: "public_update", of: NOTICE, not: AHEAD },
  { kind: "joined", of: ARRIVED, not: AHEAD },
  { kind: "escalated", of: TO_SUPPLIER, not: AHEAD },
  { kind: "metric_shift", of: ABOVE, not: AHEAD },
  { kind: "internal_update", of: TOLD_STAFF, not: AHEAD },
  { kind: "public_update", of: TOLD_MANY, not: AHEAD },
];

/** Phrases that count only where nothing else tells a kind. */
const LAST: typeof PHRASES = [
  { kind: "mitigated", of: BACK, not: NOT_WHOLLY },
  { kind: "impact_ended", of: WORKS_AGAIN, not: NOT_WHOLLY },
  { kind: "mitigated", of: MOVES_AGAIN, not: NOT_WHOLLY },
  { kind: "impact_started", of: SLOWED, not: NOT_HAD },
  { kind: "mitigated", of: HELPED, not: NOT_HAD },
  { kind: "error_observed", of: FAILED_LAST, not: NOT_HAD },
  { kind: "error_observed", of: UNREACHED, not: NOT_HAD },
  { kind: "error_observed", of: HAD_TROUBLE, not: NOT_HAD },
];

/** Returns the kind of a phrase, for a text that nothing else tells. */
export const kindOfLastPhrase = (text: string): EventKind | undefined =>
  LAST.find(({ of, not }) => of.test(text) && !not?.test(text))?.kind;

/** Returns the kind of a phrase that states it, whatever the grammar of its sentence is. */
export const kindOfPhrase = (text: string): EventKind | undefined =>
  PHRASES.find(({ of, not }) => of.test(text) && !not?.test(text))?.kind;
