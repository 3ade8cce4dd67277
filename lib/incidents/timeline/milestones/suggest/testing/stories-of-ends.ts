import type { Story } from "./stories.ts";

/** Short invented stories as engineers write them, about how and how often an incident ended. */
export const STORIES_OF_ENDS: readonly Story[] = [
  {
    name: "a recurrence after it was resolved",
    lines: `09:00 Alert fires: 5xx on the gateway
09:10 Restarted the gateway
09:15 Incident resolved
09:40 The errors return
09:41 Incident reopened
09:50 Rolled back the gateway release
10:10 Incident resolved`,
    states: "detected 09:00, mitigation_started 09:50, mitigated 10:10 or 09:50, resolved 10:10",
  },
  {
    name: "a fix that is merged is not yet live",
    lines: `10:00 Sentry alerts on a spike of exceptions
10:05 Investigation begins
10:30 Fix merged to main
10:50 Hotfix deployed to production
10:55 Exceptions stop
11:00 Moved to monitoring`,
    states: "detected 10:00, responding 10:05, mitigation_started 10:50, mitigated 10:55 or 10:50",
  },
  {
    name: "only talk",
    lines: `09:00 Weekly planning meeting
10:00 Release notes published on the blog
11:00 Ana asks who owns the billing service`,
    states: "-",
  },
  {
    name: "a change without trouble",
    lines: `09:00 Deploy of api v812 starts
09:10 Deploy completed
09:15 Verified that new sign-ups work`,
    states: "-",
  },
  {
    name: "a failed failover, then a restore",
    lines: `02:10 Primary database crashes
02:11 The database on-call is paged
02:15 On-call acks the page
02:20 Failover to the replica fails
02:35 Pulled in two engineers from the storage team
02:50 Rebooted the primary
03:00 Primary is up and accepts connections
03:05 All services are back to normal
03:30 Incident closed`,
    states:
      "impact_started 02:10, detected 02:11, paged 02:11, acknowledged 02:15, mitigation_started 02:50, mitigated 03:05 or 03:00, resolved 03:05, closed 03:30",
  },
  {
    name: "shouted labels",
    lines: `18:00 Backup job starts on the primary
18:20 Latency rises. IMPACT STARTS
18:25 Alert fires for slow queries
18:50 Killed the backup job
18:55 Latency is back to normal. IMPACT ENDS`,
    states: "impact_started 18:20, detected 18:25, mitigation_started 18:50, mitigated 18:55, resolved 18:55",
  },
  {
    name: "the own status page before any signal from users",
    lines: `08:00 Blog post about the launch published
09:00 First Nagios alert for the API
09:12 Status page set to "Investigating"
09:30 Blocked the crawler at the edge
09:32 Error rate returns to normal
09:40 Status page set to resolved`,
    states: "detected 09:00, first_public_update 09:12, mitigation_started 09:30, mitigated 09:32, resolved 09:40",
  },
  {
    name: "a mitigation that eases it, and the full end later",
    lines: `20:00 Incident declared
20:10 Rate limiting put in place for anonymous traffic
20:15 Most customers can use the product again
20:40 Deployed the fix to all regions
21:00 Service fully restored`,
    states: "declared 20:00, mitigation_started 20:10 or 20:40, mitigated 20:15, resolved 21:00",
  },
  {
    name: "a symptom that stays after the rollback",
    lines: `14:00 Alert fires: p99 latency above 2 s
14:10 Rolled back to the previous release
14:20 Latency is still high after the rollback
14:45 Disabled the experiment for all users
14:50 Latency falls to normal levels
15:10 Resolved`,
    states: "detected 14:00, mitigation_started 14:45, mitigated 14:50, resolved 15:10",
  },
  {
    name: "impact told in a summary",
    lines: `07:30 Scheduled certificate rotation runs
07:31 Start of customer impact
08:02 An enterprise customer calls their account manager about TLS errors
08:10 Escalated to the platform team
08:25 Certificate for api.acme.io renewed
08:26 End of impact`,
    states: "impact_started 07:31, detected 08:02, mitigation_started 08:25, mitigated 08:26, resolved 08:26",
  },
  {
    name: "an end that is only hoped for",
    lines: `10:00 Alert fires for the payment queue
10:20 Scaled out the consumers
10:30 We expect the queue to be drained at noon
10:40 Estimated time to recovery: one hour`,
    states: "detected 10:00",
  },
  {
    name: "a hand-over in the night",
    lines: `22:00 Datadog monitor reports errors on the write path
22:10 Kim takes over as IC
22:30 Handover to the APAC on-call
23:00 Traffic shifted away from eu-west-1b
23:10 Errors drop to normal levels
23:30 Incident call ended`,
    states: "detected 22:00, commander_assigned 22:10, mitigation_started 23:00, mitigated 23:10, closed 23:30",
  },
  {
    name: "a component that comes back while the rest is down",
    lines: `12:00 API unreachable
12:02 Pingdom reports the API as down
12:20 Login service is restored
12:30 API still returns 503 for half of the requests
12:45 Restarted all API servers
12:50 API is back up
13:00 Issue resolved`,
    states: "impact_started 12:00, detected 12:02, mitigation_started 12:45, mitigated 12:50, resolved 13:00",
  },
];
