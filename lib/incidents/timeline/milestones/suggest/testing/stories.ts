export interface Story {
  name: string;
  /** A time and words in each line. Lines without a day are on one day. */
  lines: string;
  /** The stated milestones with their correct instants. `-` means none. */
  states: string;
}

/** Short invented stories as engineers write them, about how it started and what was done. */
export const STORIES: readonly Story[] = [
  {
    name: "a deploy that is rolled back",
    lines: `14:02 Deploy of checkout v311 to production finishes
14:05 Error rate on checkout climbs to 20%
14:07 Alert fires: checkout success rate below 90%
14:08 On-call is paged
14:09 On-call acknowledges the page
14:12 Ana starts to look into the logs
14:20 Rollback to v310 started
14:24 Rollback complete, error rate back to baseline
14:40 Incident resolved`,
    states:
      "trigger_change 14:02, detected 14:07, paged 14:08, acknowledged 14:09, responding 14:12, mitigation_started 14:20, mitigated 14:24, resolved 14:40",
  },
  {
    name: "a first step that does not help",
    lines: `09:00 Alert: queue depth above 50k
09:05 Ravi joins the channel
09:10 Restarted the consumers
09:15 Restart did not help, the queue is still growing
09:30 Scaled the consumers from 4 to 12
09:50 Queue drained to zero
10:00 All clear`,
    states: "detected 09:00, responding 09:05, mitigation_started 09:30, mitigated 09:50 or 10:00, resolved 10:00",
  },
  {
    name: "a supplier that fails and recovers",
    lines: `11:00 AWS begins to have an outage in us-east-1
11:04 Customers report that uploads fail
11:10 AWS updates its status page
11:15 We post to our status page that uploads are affected
12:30 AWS reports recovery
12:45 Uploads work again`,
    states: "detected 11:04, first_public_update 11:15, mitigated 12:45 or 12:30, resolved 12:45",
  },
  {
    name: "a step before the trouble",
    lines: `07:00 Restarted the proxy as part of routine maintenance
08:10 Users can no longer sign in
08:14 Monitoring detects a drop in logins
08:30 Rolled back the proxy configuration
08:33 Users can sign in again`,
    states: "impact_started 08:10, detected 08:14, mitigation_started 08:30, mitigated 08:33, resolved 08:33",
  },
  {
    name: "back, but not well",
    lines: `10:00 The site goes down
10:03 PagerDuty pages the primary on-call
10:20 Failed over to the replica
10:22 Site is back online but with severe delays
10:50 Doubled the number of web hosts
11:00 Response times are back to normal
11:15 We declared the incident over`,
    states:
      "impact_started 10:00, detected 10:03, paged 10:03, mitigation_started 10:20 or 10:50, mitigated 10:22 or 11:00, resolved 11:15",
  },
  {
    name: "nothing but watching",
    lines: `10:00 Alert fires for high CPU on db-1
10:10 Bo takes a look at the slow query log
10:30 CPU usage drops without any action
10:35 We continue to monitor`,
    states: "detected 10:00, responding 10:10",
  },
  {
    name: "a change that the text names as the cause",
    lines: `06:00 A new firewall rule is applied to the edge routers
06:30 Config of the log shipper updated
09:15 Customers are unable to reach the API
09:20 Support receives the first tickets
09:40 Root cause identified: the firewall rule applied at 06:00 drops traffic from mobile networks
09:45 Firewall rule removed
09:47 API traffic is back to normal
10:00 Incident closed`,
    states:
      "trigger_change 06:00, impact_started 09:15, detected 09:20, mitigation_started 09:45, mitigated 09:47, closed 10:00, resolved 09:47",
  },
  {
    name: "a change that nobody blames",
    lines: `06:00 Deploy of the docs site completes
09:15 Disk of db-2 fails
09:16 Alert fires: replica down
09:30 Replaced the failed disk in db-2
10:30 Replica is healthy again`,
    states: "impact_started 09:15, detected 09:16, mitigation_started 09:30, mitigated 10:30, resolved 10:30",
  },
  {
    name: "data that is deleted by mistake",
    lines: `13:00 An engineer drops the accounts table in production by mistake
13:01 Users can no longer sign in
13:05 Alert fires: sign-in errors
13:15 Restore of the table from the backup begins
14:30 Table restored, users can sign in again
15:00 Incident resolved`,
    states:
      "trigger_change 13:00, impact_started 13:01, detected 13:05, mitigation_started 13:15, mitigated 14:30, resolved 15:00",
  },
  {
    name: "a person who notices first",
    lines: `16:00 Nadia notices that invoices are missing from the export
16:05 Nadia pings the billing team in chat
16:20 Incident declared, Tom takes over as IC
16:40 Patched build deployed to every node
16:45 Exports are complete again
17:00 Incident marked as resolved`,
    states:
      "detected 16:00, declared 16:20, commander_assigned 16:20, mitigation_started 16:40, mitigated 16:45 or 16:40, resolved 17:00",
  },
  {
    name: "a plan is no deed",
    lines: `12:00 Alert: error budget burn for search
12:10 We consider rolling back the index change
12:15 Bo proposes to fail over to the other region
12:20 Decided to wait for the reindex to finish
13:00 We will restart the leader if it gets worse`,
    states: "detected 12:00",
  },
  {
    name: "a flag that is turned off",
    lines: `15:00 The new_pricing flag is enabled for everyone
15:02 Customers begin to see wrong totals
15:20 A customer opens a support ticket about wrong totals
15:31 Support informs the customer that we are looking into it
15:40 Turned off the new_pricing flag
15:41 Totals are correct again
15:50 Resolved`,
    states:
      "trigger_change 15:00, impact_started 15:02, detected 15:20, mitigation_started 15:40, mitigated 15:41 or 15:40 or 15:50, resolved 15:50",
  },
  {
    name: "two incidents on different days",
    lines: `2025-06-10 09:00 Alert fires for login errors
2025-06-10 09:30 Restarted the auth service
2025-06-10 09:40 Logins work again
2025-06-13 11:00 Customers report slow pages
2025-06-13 11:10 Incident declared
2025-06-13 11:15 First notice published on our status page
2025-06-13 12:00 Rolled back to the previous release
2025-06-13 12:10 Incident resolved`,
    states:
      "detected 2025-06-13 11:00, declared 2025-06-13 11:10, first_public_update 2025-06-13 11:15, mitigation_started 2025-06-13 12:00, mitigated 2025-06-13 12:10 or 2025-06-13 12:00, resolved 2025-06-13 12:10",
  },
];
