import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const OUTSIDE =
  "ward|clinic|school|shop|store|branch|depot|station|member|partner|nurse|doctor|teacher|student|professor|lecturer|parent|passenger|viewer|listener|reader|player|trader|merchant|customer|subscriber|user|tenant|citizen|resident|caller|researcher|driver|guest|patient";
const OUTSIDERS =
  "wards|clinics|schools|shops|stores|branches|depots|stations|members|partners|nurses|doctors|teachers|students|professors|lecturers|parents|passengers|viewers|listeners|readers|players|traders|merchants|customers|subscribers|users|tenants|citizens|residents|callers|researchers|drivers|guests|patients|people";
const TELL =
  "phones|phoned|phone|rings|rang|ring|calls|called|mails|mailed|emails|emailed|writes|wrote|write|tweets|tweeted|flagged|flags|alerted|tells|told|tell|asks|asked|ask|complains|complained|complain|reports|reported|report|messages|messaged|contacts|contacted|contact|notifies|notified|informs|informed";
const CREW =
  "engineer|engineers|technician|technicians|electrician|electricians|crew|crews|specialist|specialists|expert|experts|contractor|contractors";
const THINGS =
  "calls|orders|messages|mail|mails|emails|payments|trains|flights|results|bookings|deliveries|pages|boards|logins|submissions|screens|phones|lines|feeds|tickets|printing|scanners|terminals|pumps|gates|doors|uploads|exports|searches|withdrawals|videos|streams";
const STARTED = "began|begin|begins|start|starts|started";
const EVERYONE = "everyone|everybody";
const NUMBER = "*0|*1|*2|*3|*4|*5|*6|*7|*8|*9";
const TROUBLE = "issue|issues|problem|problems|fault|faults|failure|failures|instability|difficulties|trouble";
const OUTAGE =
  "outage|blackout|incident|interruption|disruption|downtime|issue|problem|fault|breakdown|outages|problems|issues";
const SORT = "first|second|third|next|initial|main|brief|short|major|network|power|service|system";
const BEEN = "was|were|is|are|has|have";
const MACHINE =
  "feeder|feeders|line|lines|breaker|relay|relays|transformer|transformers|conductor|conductors|compressor|chiller|boiler|pump|valve|pipe|main|cable|card|switch|router|disk|drive|psu|ups|battery|fan|motor|controller|module|sensor|engine|turbine|generator|inverter|node|server|host|kernel|supply|rack|circuit";
const STORE =
  "volume|disk|partition|filesystem|drive|queue|logs|tablespace|memory|buffer|inbox|mailbox|spool|pool|heap";
const HELD =
  "council|city|county|company|university|operator|utility|airline|bank|agency|ministry|government|mayor|police|hospital|school|college|airport|railway|exchange|regulator|office";
const AUDIENCE =
  "that|public|press|media|reporters|passengers|residents|parents|students|customers|users|members|citizens";
const OTHER_LINE = "second|backup|back-up|other|another|alternative|reserve|secondary|standby|spare|recovery|different";

/** Usual lines of people who aren't engineers: railways, hospitals, shops, universities, games. */
export const PLAINLY_TOLD: readonly (readonly [kind: EventKind, lines: string])[] = [
  [
    "support_update",
    `the|affected|impacted|first? customer|client|user|subscriber|reporter|researcher was|is|has been? contacted|called|answered|given|offered|advised
     the|all|affected|impacted? customers|clients|users|subscribers were|are|have been? called back`,
  ],
  [
    "customer_report",
    `issues|problems|errors|trouble|difficulties|outages reported by|with|on|in|from
     issue|problem|bug|vulnerability|flaw|defect reported by|from
     user|customer|client|tester report|reports|complaint|complaints|ticket|tickets|call|calls received|arrived|arrive|came|comes
     reports|complaints of ${OUTSIDERS}
     first|another|one|a? ${OUTSIDE} .. ${TELL} us|the|our|that|about|because|in|to|where|why|whether|customer|support|service
     first|several|many|some|two|three|various|multiple? ${OUTSIDERS} ${TELL} us|the|our|that|about|in|on|to|where|why|via|by
     several|many|some|two|three|the? ${OUTSIDERS} report|reported|complain|complained
     a|one|another|first? ${OUTSIDE} called|calls|rang|phoned|complained
     a|one|another|first? ${OUTSIDE} .. sent|sends us
     we|staff|support|operations|team get|got|receive|received|had word|complaints|calls|mails|emails|messages from
     we|staff|support|operations|team only? learned|learnt|learn|heard|hear of|about|that .. ${OUTSIDE}|${OUTSIDE.replaceAll("|", "'s|")}'s|${OUTSIDERS}
     first|second|third|another|initial|new report|complaint|mention on|in|from|by
     someone|people|one|${OUTSIDE}|${OUTSIDERS} on|in the|our|a? forum|twitter|reddit|discord|slack|chat|mastodon|facebook|community|irc posted|posts|wrote|writes|mentions|mentioned|reported|reports|said|asked|asks|complained
     we|staff|support|they were|was|got told|informed|notified|alerted|contacted|called|emailed by a|an|one|two|several|some|our|the|another? .. ${OUTSIDE}|${OUTSIDERS}
     complaints|reports|tickets|tweets|enquiries ${STARTED}|kept|keep|are|were piling|pouring|flooding|coming|mounting|appearing|increasing
     help|service|support desk|centre|center gets|got|receives|received its|the|first? .. calls|complaints|reports`,
  ],
  [
    "alert_fired",
    `issue|problem|incident|anomaly|outage|failure is|was? detected|noticed|caught|identified by|through|via .. monitoring|alert|alerts|alarm|check|checks|probe|automated
     .. alarms|alerts|alarm|monitoring|pagers went|go|goes off|berserk|crazy|wild|red|mad
     .. alarm|alarms|siren|buzzer rang|rings|sounded|sounds
     automatic|automated|scheduled|nightly|daily check|test|probe|monitor opened|opens|raised|raises|created|creates|alerted|alerts|flagged|flags`,
  ],
  ["alert_resolved", `.. alarm|alarms|alert|alerts went|goes|turned|returned back? to? green|ok|normal`],
  [
    "acknowledged",
    `duty|on-call|.. engineer|officer|operator|manager|technician confirmed|confirms receipt of
     .. engineer|officer|operator|technician|on-call|he|she|they|we acknowledged|acknowledges|acks|acked it|this
     ticket|page|alert|alarm|case is|was|has? been? picked|taken up|on by|over`,
  ],
  [
    "paged",
    `.. engineer|technician|officer|electrician|manager|admin|dba|specialist is|was|were|are|has|got? been? called|rung|phoned|woken|summoned out|up|in|at|from`,
  ],
  [
    "joined",
    `.. ${CREW}|colleague|colleagues|team|manager dials|dialled|dialed|hops|hopped|jumps|jumped in|into|on
     .. ${CREW}|colleague|colleagues|team|staff arrives|arrived|arrive at|in|on the
     .. ${CREW}|colleagues came|come|comes to help|assist
     .. ${CREW}|team|staff|crew are|is|was|were|now? on site|scene`,
  ],
  [
    "escalated",
    `summoned|summons|looped|loops|enlisted|engaged|engages|involved .. team|engineer|engineers|expert|experts|admins|vendor|specialists
     .. fault|issue|problem|incident|ticket|case|matter was|is|has been? escalated within|to|by|with
     .. ${CREW}|team|teams is|are|was|were|been? dispatched|despatched
     .. escalated|escalates the|our|this|a? ticket|case|incident|it
     .. reported|reports|raised|raises the|this|it|an|a incident|issue|problem|fault|case|bug|ticket? to|with .. manufacturer|vendor|supplier|provider|carrier|isp|hoster|datacentre|datacenter
     .. requested|requests|ordered|orders a|an|the|for? .. replacement|reboot`,
  ],
  [
    "declared",
    `.. set|sets up a|an|the crisis|emergency|war|incident call|room|team|cell|conference
     emergency|crisis|incident|disaster operations|response|management? centre|center|team|plan|procedure|room activated|convened|opened|established
     .. opened|opens|raised|raises|called|calls a|an major|p1|p2|sev1|sev-1|sev2|critical incident|emergency|outage`,
  ],
  ["commander_assigned", `.. was|is|were|are put|placed in charge of the? response|incident|recovery|call|outage`],
  [
    "impact_started",
    `the|this|our|an|a? ${SORT}? ${OUTAGE} ${STARTED}|commenced|occurred|lasted|affected
     .. was|were|became completely|temporarily|partly? interrupted|disrupted|non-operational|inoperative|inoperable
     .. caused|causes the|our|all|some .. to go|crash|fail|stop|become
     .. university|campus|college|school|hospital|office|company|site|city|library|network|building|region lost|loses all|its|any|network? access|connectivity|connection|power|internet
     ${OUTSIDERS}|homes|households|offices .. had|have|are|were|was without|no mobile? power|water|heating|signal|reception|internet|connection|dial|electricity|light|service|access
     ${OUTSIDERS}|agents|staff|employees|colleagues .. could|can not
     ${OUTSIDERS}|agents|staff|employees|colleagues .. couldn't|can't|cannot
     ${OUTSIDERS} ${STARTED} getting|being kicked|disconnected|dropped|logged|errors
     ${OUTSIDERS} ${STARTED} to lose|see|get connection|errors|timeouts|error|disconnected
     trains|flights|buses|trams|ferries were|are|was held|grounded|stranded|stopped
     .. systems|services|servers|websites|sites|portals|lines|pages were|are|became completely|all|both|also? unavailable|unreachable|inaccessible`,
  ],
  [
    "impact_changed",
    `only|now the|our? .. still|also affected|down|out|hit
     now the|our|also? .. are|is hit|affected too|also|as`,
  ],
  [
    "impact_ended",
    `the|our? .. chain|trading|production|operations|trains|flights|services resumed|resumes
     ${THINGS} .. flow|flows|flowed|arrive|arrives|arrived|work|works|worked|load|loads|loaded|show|shows|showed|run|runs|ran .. again|everywhere
     ${OUTSIDERS} have|had|get|got a|an|the|their? .. again|back
     .. are|is|was|were|looks|look|have|has|been? fine|normal|correct|right|current again|everywhere
     .. are|is|was|were fine|normal|correct|right for ${EVERYONE}
     all|both stations|servers|nodes|customers|sites|stores|branches|lines|circuits|machines|terminals|phones|vms|devices|links are|were|now|back|have|been? online|up|connected|reachable|back`,
  ],
  [
    "mitigated",
    `the|this|that|our? ${SORT}? ${OUTAGE} ${BEEN} been? remediated
     most|nearly|almost|many|half of? the|our|all? .. are|is|were|was|now? back|online|reachable|connected
     ${NUMBER} percent? of .. online|back|up|reachable|restored|connected|reconnected|registered
     most|nearly|almost|many|half|some of? the|our|all? .. able|can to? .. again
     .. re-established|reestablished|reconnected itself|themselves
     .. services|systems|site|website|network|portal .. became|becomes|become available|accessible|reachable|operational
     .. blockage|obstruction|leak was|were|is|has been? removed|cleared|sealed|fixed|stopped
     jobs|queries|processing|playback|deliveries|payments|orders|imports|builds|replication|calls|work|boarding|voting|uploads|downloads resumed|resumes
     traffic|mail|data|power is|was|flows|flowing flowing|moving|running|coming? again|back`,
  ],
  [
    "resolved",
    `the|this|that|our|an|a? ${SORT}|certificate|routing|database? ${OUTAGE}|error|bug|matter|defect ${BEEN} been? rectified|remedied|repaired|corrected|cured
     .. terminated|terminates|lifted|lifts|cancelled|cancels the .. alert|emergency|alarm|warning
     .. was|were|is|are been? confirmed|verified|declared to|as be? stable|healthy|operational|normal|fixed|resolved|working
     full functionality|service|operation|capacity|access was|is|has been? regained|resumed|reinstated|re-established
     the? last|final|remaining .. customer|customers|user|users|site|sites|homes|household|households|subscribers was|were|is|are|has|have been? reconnected|restored|recovered|repaired
     .. confirmed|confirms|confirm that? everything|all is|was|were|are normal|fine|well|restored|resolved|back|good
     .. all-clear given|issued|sounded|announced
     .. issues|issued|gave|gives|sounds|sounded the|an? all-clear
     .. settled|fixed|solved for good`,
  ],
  [
    "closed",
    `case|ticket|call|event|file|job is|was|now|has? been? closed
     no further|more problems|issues|errors|complaints|alarms|drops .. closing|closed`,
  ],
  ["reopened", `ticket|case|incident|call had|has|was|is to? be? opened again`],
  [
    "monitoring",
    `.. keep|keeps|kept|keeping an|a close? eye on
     .. is|are|remains|remain|was|were kept? under observation|surveillance`,
  ],
  [
    "mitigation_started",
    `.. initiated|initiates|initiate a|an|the|our|emergency|database? .. failover|fail-over|failovers|restore|restoration|shutdown|recovery|failure
     ran|run|runs|executed|executes a|an|the|our? .. repair|cleanup|clean-up|fsck|rebuild|reindex|resync|reconciliation script|job|tool|command|on|of|for
     faulty|failed|broken|defective|bad|damaged|cracked .. was|were|is|are|been swapped|exchanged|replaced|removed|isolated|bypassed
     we|i|team|ops|engineers|staff switched|turned|shut the|our|all .. off|down
     .. gateway|server|node|host|instance|balancer|switch|router|link|member|disk|peer|carrier ${BEEN} been? removed|taken|pulled|drained|withdrawn from|out|off
     .. workloads|customers|users|vms|sites|apps|containers|pods|accounts ${BEEN} been? moved|migrated|relocated|transferred to
     .. credentials|keys|tokens|passwords|secrets|creds ${BEEN} been? revoked|rotated|rolled|reset|invalidated
     .. certificates|certificate ${BEEN} been|immediately? revoked
     .. stop|restart|reboot|shutdown of .. was|were attempted|tried|performed
     we are powering|bringing|starting on|up|back all|our|the
     spare|replacement|reserve|temporary gateway|router|switch|card|disk|module|cable|generator|pump|modem|server|supply|controller|unit|part was|were|is|has? been? installed|fitted|connected|mounted
     .. issuance|sign-ups|signups|registrations|uploads was|were|is|are stopped|suspended|halted|paused
     .. ${CREW}|team|they ${STARTED} to? splice|splicing|replace|replacing|rebuild|recreate|re-route
     splicing|jointing|repairs|repair work|works? commenced|commences|${STARTED}
     .. clears|cleared|flushed|purged|unblocked|emptied a|the? stuck|blocked|full|hung queue|queues|cache|lock|locks|job|jobs|disk
     stuck|blocked|hung|stale queue|queues|job|jobs|sessions|locks|connections was|were|is|are|has|have? been? cleared|deleted|removed|purged|killed|released
     .. import|job|script|batch|export|file was|were|is run|started|restarted|sent again|manually
     .. takes|took|pulled|removed the|a|our? faulty|defective|broken|bad|failed .. out|from of|service|rotation
     waiting|holding|queue room|page switched|turned|put|is|was? on|enabled|activated
     .. frees|freed|reclaimed|reclaims disk|some? space|memory
     confirmed|confirms that? .. has|have been destroyed|deleted|removed|purged|revoked|blocked|isolated
     licence|license|domain|subscription was|is|has? been? renewed|extended`,
  ],
  [
    "mitigation_failed",
    `after|despite the|a|this|that|our? .. restart|reboot|rollback|failover|fix|swap|upgrade the|all|same? .. errors|problem|problems|issue|issues|symptoms|alerts|failures|timeouts .. came|come|comes|returned|returns|reappeared|recurred|persisted|persists|continued
     .. made|makes|had|brought|gave|showed no difference|effect|improvement|relief`,
  ],
  [
    "rollback_finished",
    `.. returned|returns|went|goes|switched|moved|reverted back? to last|the|an|our? .. previous|earlier|old|older|former version|release|build|firmware|config|configuration|image|software|state|settings|certificate|host
     .. returned|went|switched|reverted back? to last week's|month's|night's|year's version|release|build|firmware
     previous|earlier|former|original .. put|brought|loaded|set back
     .. change|upgrade|update|maintenance|migration|patch was|is|were|has|been? undone|reversed|backed|withdrawn`,
  ],
  ["flag_off", `.. feature|search|banner|widget|plugin|beta|experiment was|were|is|has|been? turned|switched off`],
  [
    "rerouted",
    `.. moved|switched|shifted|transferred back to our|the|its? primary|main|original|regular
     .. moved|moves|shifted|diverted|switched|swung|directed .. calls|traffic|mail|load|passengers|queries|voice|mails .. to|over|via our|a|the? ${OTHER_LINE}
     traffic|calls|mail|power|voice now? runs|run|goes|go|flows|flow through|via|over|on our|a|the? ${OTHER_LINE}
     .. was|were|is|been moved|switched|transferred|shifted|failed over? to our|a|the? ${OTHER_LINE} site|line|data|centre|center|system|link|server|carrier|provider|location`,
  ],
  [
    "scaled",
    `more|additional|extra|two|three|four more? .. workers|nodes|instances|servers|pods|replicas|machines .. were|was|put|placed|brought into service|operation|rotation
     .. disk|volume|partition|pool|memory|capacity was|is|were|has|been? enlarged|expanded|doubled to|by`,
  ],
  [
    "config_changed",
    `.. rules|rule|policy|policies|settings|limits|configuration|routes|certificates goes|go|went live|into`,
  ],
  ["migration", `cut-over|cutover|switch-over|switchover .. ${STARTED}|commences|commenced`],
  [
    "third_party_change",
    `our|the? .. vendor|supplier|provider|carrier|hoster|isp swapped|changed|upgraded|replaced|installed|rolled the|its|a|their|out`,
  ],
  [
    "public_update",
    `the? .. ${HELD} tweeted|tweets|told|tells|informed|informs|warned|warns|notified|notifies the|all|its? ${AUDIENCE}
     banner|notice|note|message|warning went|goes up|live
     we|i|they|staff put|placed|added|hung|pinned|displayed a|an|the? .. note|notice|banner|message|warning on|in|at|to
     .. issued|issues|posted|posts|published|publishes|released a|an|its|the|another|first? .. message|notice|tweet|bulletin|advisory|warning that|about|on|saying
     .. said|says|announced|confirmed|acknowledged in|via|on|through a|its|the .. statement|tweet|twitter|website|facebook
     .. announced|announces|apologised|apologized|apologises|explained on|through|via its|our|the|their? website|site|homepage|air|twitter|x|facebook|mastodon|social|app|forum
     .. issues|issued|gives|gave|provides|provided|releases|released its|the|a|an|our? first|second|third|another|initial|public|media press|media|public? statement|update|updates|statements|interview|announcement
     announcement|notice|post|statement was|is|were|has|been? updated|extended with
     .. notice|banner|message|warning|announcement|statement|apology is|was|were|are|been? put|placed|posted|shown|published|broadcast|sent|made on|through|via|over|in our|the|its|a|every? login|log-in|home|start|front|public|app|website|site|homepage|screen|screens|radio|air|social`,
  ],
  [
    "internal_update",
    `.. teams notified|informed|told|briefed about|of
     all|every? branches|stores|staff|offices|crews|drivers|depots|wards|shops were|was|are been? told|informed|instructed|notified|alerted`,
  ],
  [
    "support_update",
    `we|support|agent|staff|helpdesk replied|replies|answered|responded|wrote to|back .. customer|customers|user|users|client|clients|ticket|tickets`,
  ],
  [
    "dependency_event",
    `our|the? .. carrier|supplier|vendor|utility|telco|provider|isp reports|reported|advises|advised|states|stated|confirms|confirmed|acknowledges|acknowledged that|of|a|an|its|the|no`,
  ],
  [
    "error_observed",
    `we|they|i have|had|has|are|were been? seeing|experiencing|having|facing|noticing|encountering|suffering|observing .. ${TROUBLE}|errors|outages|timeouts|instability|slowness|degradation
     we|they|i|staff|engineers|operators noticed|notice|notices|observed|observe|registered|recorded|saw|see a|an|some|increased|intermittent|unusual|further? .. ${TROUBLE}|degradation|slowness on|in|with|of|at|across|between
     .. ${MACHINE} *0|*1|*2|*3|*4|*5|*6|*7|*8|*9? tripped|faulted|burst|exploded|panicked|paniced|overheated|shorted|jammed|seized|melted|snapped|blew
     .. ${MACHINE} *0|*1|*2|*3|*4|*5|*6|*7|*8|*9? burned|burnt|burns|gave|gives|dropped|drops|fell|falls|locked|caught|died|wore up|out|down|fire
     .. transformer|generator|substation|battery|cable|pipe|boiler|valve|main .. exploded|burst|caught|leaked|ruptured
     .. ${STORE} filled|fills|filling up
     .. exited|exits|terminated|died with code|status|exit-code|signal non-zero|nonzero
     .. was|were|is|are|got|became all? stuck|wedged|deadlocked|jammed in|on|at|after|again|and|behind
     we|they|our|the|several|some? .. experienced|experience|encountered|encounter|suffered|suffers an|a|some|multiple|several|from? .. ${TROUBLE}
     .. failures|errors|timeouts|anomalies|exceptions detected|observed|noticed
     there was|were a|an|some|several|multiple? communication|connectivity|connection|network|power|performance|hardware|database|login|routing|latency ${TROUBLE}
     .. exhausted|exhausts its|the|all|available .. memory|ram|disk|space|storage|cpu|connections|quota
     .. breaker|fuse|ups|generator|pump|valve|relay|inverter .. tripped|trips|blew|blows
     fibre|fiber|cable cut|severed|damaged|broken|dug
     .. switch|router|server|node|firewall|controller|gateway rebooted|restarted|froze|died by|unexpectedly|spontaneously|suddenly
     .. ${STARTED} to time out
     .. issues|problems|failures|delays ${STARTED}
     .. runs|jobs|imports|builds|requests|calls|queries|import|job|build .. errored
     .. chain|mainnet|testnet|network|queue|sync|replication|pipeline|import|rollout stuck at|in|on|for|behind
     .. fell|falls behind the
     operators|operator|control|controllers|dispatchers lost|lose|loses telemetry|contact|sight|signal|picture|connection
     .. ${CREW}|operator|operators|staff|we sees|see|saw full|frozen|stuck|dead|red|blank`,
  ],
];
