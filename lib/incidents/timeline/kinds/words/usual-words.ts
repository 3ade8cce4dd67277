import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const WHO =
  "users|customers|clients|members|visitors|players|merchants|subscribers|passengers|residents|students|patients|callers|guests|shoppers|drivers|agents|staff|employees|colleagues|people";
const STARTS = "begin|begins|began|start|starts|started|opens|opened";

/** Starts of lines with their kind: the short forms that timelines use for usual events. */
export const USUAL: readonly (readonly [kind: EventKind, lines: string])[] = [
  [
    "deploy_finished",
    `rollout|deploy|deployment|release reaches|reached 100|all|everyone|everywhere|production
     rollout|deploy|deployment|release goes|went live|out`,
  ],
  [
    "flag_off",
    `feature? flag|toggle|experiment|rollout percentage|percent? .. set|turned|switched|dialled|dialed|reduced|dropped to? 0|zero|off|false`,
  ],
  [
    "flag_changed",
    `feature? flag|toggle|experiment|rollout percentage|percent? .. set|raised|increased|ramped to
     feature? flag|toggle .. enabled|activated|flipped
     feature? flag|toggle .. turned|switched|set on|to`,
  ],
  [
    "infra_change",
    `scheduled|planned|routine? maintenance|upgrade window|work|works? ${STARTS}
     maintenance window|work|works ${STARTS}`,
  ],
  [
    "data_change",
    `backfill|re-index|reindex|import|clean-up|cleanup job? .. ${STARTS}|completed|finished|runs|ran
     ran|runs|executed|executes a|the|an? script|query|statement|command .. update|delete|correct|rewrite|remove|insert|overwrite
     delete|update|drop|truncate|insert statement|query|command|table|schema executed|run|ran|runs|issued`,
  ],
  [
    "impact_started",
    `.. operations|services|trading|production|deliveries|processing|sales|broadcasts cease|ceased|ceases|halt|halted|halts|stop|stopped
     complete|total|full|major|partial|widespread outage|failure|blackout of|for|across|at|in|on
     ${WHO} lose|lost access|connection|connectivity|service|signal|internet|power
     some|many|all|most|several|our? ${WHO} unable to
     some|many|all|most|several|our? ${WHO} can't|cannot
     no new? ${WHO}|orders|payments|requests|logins|calls|checks|messages|emails|jobs|bookings|transactions succeed|succeeds|succeeded|get|got through?
     incident|outage|problem impacts|affects|impacted|affected the|our? ${WHO}|checkout|login|logins|payments|orders|check|api|website|site|service|services`,
  ],
  [
    "impact_changed",
    `impact|outage|problem|problems|issue|issues|disruption|fault widens|widened|spreads|spread|expands|expanded|grows|grew|worsens|worsened|escalates
     impact|outage|problem|disruption|scope|issue is|was|has|now|been? reduced|limited|narrowed|confined|contained to
     impact|outage|problem now affects|affecting|hits|reaches`,
  ],
  [
    "impact_ended",
    `correct|normal|accurate|expected .. return|returns|returned|restored for|to
     no more|further ${WHO}|user|customer|client|player|member impact|are|were|is? affected?
     ${WHO}|user|customer|client|player|member impact ends|ended|over|gone|ceases|ceased|stops|stopped
     end of ${WHO}|user|customer|client? impact|outage|downtime|disruption`,
  ],
  [
    "alert_fired",
    `alertmanager|prometheus|pagerduty|opsgenie|zabbix|nagios|grafana|datadog|uptimerobot|pingdom|sentry|newrelic|statuscake|cloudwatch|icinga page|alert|alerts|alarm|notification|email
     automated|automatic|automatically alert|alarm|page|notification
     issue|issues|problem|problems reported by our|the? monitoring|alerting|probe|probes|check|checks|watchdog
     first|initial|another|second|critical|high-priority alert|alerts|alarm|alarms
     synthetic|health|uptime|external check|checks|probe|probes|test|tests fails|fail|failed .. pages|alerts|alerted|paged`,
  ],
  [
    "metric_shift",
    `.. ratio|rate|rates|usage|latency|lag|load|traffic|throughput|depth|utilization|utilisation|count|temperature crosses|crossed|exceeds|exceeded|passes|passed|dips|dipped|surpasses|surpassed above|below|under|over|past|the|its|*0|*5
     .. show|shows|showing|showed|has|have|with a|an? high|higher|elevated|abnormal|unusual|excessive cpu|memory|disk|network|io|swap usage|load|utilization|utilisation|pressure
     .. exceptions|errors|timeouts|failures|retries|requests|connections|5xx spike|spikes|spiked|surge|surged|jump|jumped|climb|climbed|increase|increased|rise|rose up|again|sharply|to|from|suddenly|significantly
     connections|connection|pool|threads|memory|capacity|quota|inodes|file|descriptors|ports|workers|slots pool|pools|limit|descriptors|slots|handles? to|of|on|for? the|our? database|db|redis|postgres|server? exhausted|saturated|depleted|maxed
     error|failure|rejection|timeout|latency rate|rates? and .. increased|increases|rose|rises|climbed|climbs|spiked|spikes|jumped`,
  ],
  [
    "customer_report",
    `support|customer|user? tickets|complaints|calls|enquiries|inquiries spike|spiked|surge|surged|increase|increased|pour|mount|mounted|rise|rose|flood|pile|piling
     call|ticket|complaint volume|volumes|rate spikes|spiked|surges|surged|increases|increased|rises|rose|doubles|doubled`,
  ],
  [
    "joined",
    `lead|engineer|manager|dba|director|specialist|architect|expert|platform|network|database|storage|security|infra|sre lead|engineer|engineers|manager|team|dba? comes|came|is|gets|got online
     team|engineers|group|sres|dbas joins|join|joined and|to|with`,
  ],
  [
    "declared",
    `incident|crisis|emergency|major bridge|call|channel|conference|team opened|opens|started|starts|created|set|spun|established|convened|stood|activated|launched
     created|opened|started|launched|established|convened|activated|spun|set up? a|an|the|new|our|dedicated? incident|crisis|emergency channel|call|bridge|team|conference|centre|center
     inc-channel|incident-channel created|opened`,
  ],
  ["commander_assigned", `ic|commander role|duty|responsibility? handed|passed|transferred|handover to|over?`],
  [
    "role_assigned",
    `scribe|liaison|comms|communications|note-taker|notetaker lead|manager|officer|role? assigned|named|appointed|designated|chosen`,
  ],
  [
    "handoff",
    `shift handover|handoff|hand-over|hand-off|change
     shift|team|on-call|region changes|changed|handed|hands over`,
  ],
  [
    "hypothesis",
    `could|might|may be|relate|come a|an|the|related|caused|due|something|our|from|to
     possible|probable|likely|potential|suspected|presumed cause|causes|root|culprit|reason|explanation|trigger|theory
     looks|seems|appears|sounds|feels like a|an|the|some|another? .. problem|issue|leak|bug|bottleneck|attack|misconfiguration|deadlock|regression|race|storm|ddos|failure|fault`,
  ],
  ["hypothesis_rejected", `not related|due|caused|connected|triggered to|by\nunrelated to\nnothing to do with`],
  [
    "mitigation_started",
    `freed|frees|freeing|reclaimed|cleared up? .. space|disk|memory|inodes
     stopped|stops|aborted|aborts|cancelled|cancels|halted|halts|paused|pauses|killed|suspended the|our|all|a? .. migration|migrations|job|jobs|import|imports|batch|deploy|deployment|deployments|rollout|cron|script|query|backfill|sync|campaign
     new|renewed|replacement|fresh certificate|certificates|cert|key|keys installed|deployed|issued|uploaded|in`,
  ],
  ["restarted", `power cycled|cycles\npower-cycled|power-cycles\nhard|cold|full reset|reboot|restart of`],
  [
    "scaled",
    `set|sets|bumped|bumps|raised|raises|increased|increases|gave .. cpu|cpus|memory|ram|disk|replicas|workers|cores|heap to|from|by
     resized|resizes|upsized|upsizes|upscale|upscaled|upscales|upscaling|upgraded the|our|a|all? .. to|instance|cluster|indexer|tier|pool|nodes|size|infrastructure|plan|because|as
     cpu|memory|ram|disk|storage|capacity limit|size? of|for? .. raised|doubled|increased|extended|expanded to|by|from`,
  ],
  [
    "mitigated",
    `errors|timeouts|failures|5xx|500s|503s|crashes|alerts|exceptions|packet-loss stop|stopped|subside|subsided|subsiding|cease|ceased|disappear|disappeared|vanish|vanished|clear|cleared|tail|dry
     fix|workaround|mitigation|change|patch|hotfix|rollback|restart is|was|has|been|now? confirmed|verified|proven|working|effective|successful
     system|systems|service|services|situation|cluster|database|platform|site|traffic|network|latency is|are|has|have|was|were|now? stabilised|stabilized|stabilises|stabilizes|stabilise|stabilize|stabilising|stabilizing|stable`,
  ],
  [
    "monitoring",
    `monitoring the|for? recovery|situation|closely|progress|performance|stability|results|metrics|effect|further
     team|we|engineers|sre|everyone|ops|staff|still|now? monitor|monitors|watch|watches|observe|observes the|for? recovery|situation|system|closely|metrics|progress|further|stability|dashboards`,
  ],
  ["reopened", `reopened|re-opened|reopens|re-opens`],
  [
    "public_update",
    `first|initial|second|third|new|final|another|public status|website|facebook|twitter|public? page|statuspage|update|post|notice|message|announcement|tweet|statement page|post|update|entry|message|notice? published|posted|sent|issued|goes|went|out|live|on|to`,
  ],
  [
    "internal_update",
    `posted|posts|sent|sends|shared|shares|gave|gives|provided an|the|a|first|internal? update|summary|sitrep|status|briefing update|report? in|to the|our|internal? #*|stakeholders|management|leadership|team|teams|staff|executives|board|channel|support|sales|slack|incident
     all|the|our? support|sales|staff|management|leadership|teams|stakeholders|employees|colleagues|service desk|team|management|staff? informed|briefed|notified|updated|told
     executive|management|stakeholder|leadership|internal update|briefing|summary|sitrep sent|posted|given|shared|held`,
  ],
  [
    "automated_action",
    `circuit? breaker|breakers opens|opened|open|trips|tripped|closes|half-open
     autoscaling|auto-scaling|autoscaler|auto-scaler|failover|automation|watchdog|oom-killer|throttling kicks|kicked in
     loadbalancer|load|scheduler|orchestrator|proxy|watchdog|systemd|supervisor|consul|patroni|pacemaker|keepalived|sentinel|haproxy|kubelet|oom-killer|oom|guardian|hypervisor balancer|killer? removes|evicts|ejects|restarts|kills|killed|reschedules|takes|drains|promotes|removed|evicted|ejected|restarted|took|drained|promoted`,
  ],
  [
    "backlog_item",
    `created|creating|create|opened|opening|filed|filing|adding|added|logged|raised a|an|new|follow-up|jira? ticket|issue|task|story|card|item for|to add|improve|fix|investigate|track|prevent|automate|document|review|move|make|write|update|harden|monitor|alert|test`,
  ],
  [
    "error_observed",
    `.. becomes|became|goes|went unavailable|unresponsive|unreachable|inaccessible|read-only
     .. drops|drop|dropped|falls|fell|kicked out|off of|from? the cluster|quorum|pool|ring|network|bus|mesh`,
  ],
  [
    "config_changed",
    `.. merges|merged|pushes|pushed|commits|committed|applies a|an|the? config|configuration change|update|commit|pr
     config|configuration|setting|settings|env|environment|variable|parameter .. set|changed|updated|corrected|committed to|in|from|for|on|via
     .. changed|changes|corrects|corrected|updates|updated|adjusts|adjusted|sets the|a? .. setting|settings|parameter|env|variable|config|timeout|threshold|limit to|from|in|of|on|for`,
  ],
];

/** Words before a usual line that don't change it. */
export const FILLERS = new Set(
  "the a an our all then now we also just so finally meanwhile team: ok okay still".split(" "),
);
/** Words with which nothing of it happened, or not yet. */
export const SPOKEN_OF = new Set(
  `not never no nobody nothing none without if whether would should will might may could can't won't don't doesn't didn't hasn't haven't isn't aren't
   wasn't weren't before until unless once when plan plans planned planning consider considers considered considering propose proposed discuss
   discussed discussing suggest suggested want wants wanted need needs try tries tried trying attempt attempts attempted prepare prepares
   preparing failed fails cannot unable asks asked ask wonder eta expected expect tomorrow next drill test exercise simulated`.split(
    /\s+/,
  ),
);
