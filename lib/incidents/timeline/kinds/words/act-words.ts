import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const MONITOR =
  "monitoring|monitor|watchdog|probe|check|checks|nagios|zabbix|pingdom|grafana|prometheus|uptimerobot|statuscake";
const MAIL = "e-mail|email|mail|message|sms|text|notification|alert|page";
const OUTSIDE =
  "user|customer|client|subscriber|member|partner|pen-tester|tester|reader|player|student|tenant|researcher|contractor|visitor|guest";
const OUTSIDERS = `${OUTSIDE.replaceAll("|", "s|")}s|people`;
const WHAT =
  "cluster|node|nodes|server|host|database|index|replica|volume|container|containers|vm|instance|pool|pod|pods|table|queue|cache";
const SETTING = "configuration|config|settings|setting|rules|rule|records|record|zone|policy|routes|limits|policies";
const ENTRY = "jobs|job|messages|message|rows|entries|records|tasks|events|mails|emails|requests|batches|queries";

/** Plain acts of responders, machines and users, and what monitors say of the first errors. */
export const PLAIN_ACTS: readonly (readonly [kind: EventKind, lines: string])[] = [
  [
    "alert_fired",
    `.. ${MONITOR} system|check|tool|service? sends|sent|mails|mailed|texts|texted us|me|ops? a|an|the|its|us? first|second|third|another|text? ${MAIL}|team
     the|a|an? first|second|third|another ${MAIL} of|from the|our? .. ${MONITOR}`,
  ],
  [
    "customer_report",
    `a|an|the|one|another|first? ${OUTSIDE} tweets|tweeted|twitted|toots|posts|posted a|an|the|at|about|concern|concerns|screenshot|that|to
     a|an|the|one|another|first? ${OUTSIDE} has|had? sent|sends|mailed|written|wrote a|an|the|us? e-mail|email|mail|message saying|notifying|that|about|reporting
     two|three|some|several|many|more ${OUTSIDERS} tweet|tweets|tweeted|post|posted that|about|concern|screenshots`,
  ],
  [
    "acknowledged",
    `.. acknowledges|acknowledged the|this|his|her? page|alert|alarm|message|report|ticket|e-mail|email|incident|call
     .. sees|saw|reads|read the|this .. alert|page|alarm|message|e-mail and acknowledges|acknowledged it?`,
  ],
  ["severity_changed", `.. upgraded|downgraded|raised|lowered the|our|this incident|outage|severity to`],
  [
    "mitigation_started",
    `.. submit|submits|submitted|land|lands|landed|push|pushes|pushed a|the fix to|for|in|of
     .. monkey-patch|monkey-patched|hot-patch|hot-patched|hotpatched|hotfixed|hot-fixed a|the|our?
     we|i|they|team? monkey patch|patched
     destroyed|destroy and? rebuilt|recreated|rebuild the|a|our? .. ${WHAT}
     recreated|recreate|rebuild|rebuilt|re-created|reprovisioned|re-bootstrapped the|our|a|all .. ${WHAT}
     we|i|they|team|operator recreate|recreated|rebuild|rebuilt|re-create|reprovision the|our|a|all .. ${WHAT}
     remove|removed|delete|deleted|purge|purged|drop|dropped the|all? queued|stuck|pending|failed|bad|blocked ${ENTRY}`,
  ],
  [
    "restarted",
    `.. roll|rolls|rolled|recycle|recycled the|all|our containers|pods|deployment|fleet|workers|instances|nodes`,
  ],
  [
    "config_changed",
    `.. submit|submits|submitted|push|pushes|pushed|commit|commits|committed|apply|applies|applied|make|makes|made a|the change to the|our? .. ${SETTING}
     .. manually changes|changed|edits|edited|sets the|a|our`,
  ],
  [
    "automated_action",
    `.. auto-replenishes|auto-healed|auto-heals|auto-scales|auto-scaled|auto-restarts|auto-restarted|auto-retries|auto-retried|auto-rebuilds|auto-recovers|auto-recovered|auto-rebalances|auto-remediated|autoscales|autoscaled the|a|its|to|on|from|all`,
  ],
  [
    "resolved",
    `.. calls|called|announces|announced|declares|declared the end of the|this? incident|outage|disruption|emergency`,
  ],
  [
    "error_observed",
    `.. starts|started|begins|began to|tracking|reporting|logging|returning track|report|log|return|show|see|record|throw? .. errors|exceptions|timeouts|failures`,
  ],
];
