import type { Story } from "./stories.ts";

/** Longer lines from small teams. What isn't certain can be left out. */
export const STORIES_OF_SMALL_TEAMS: readonly Story[] = [
  {
    name: "an import that is too large",
    lines: `08:58 Batch import of a large customer begins
09:10 Consumers start to lag behind
09:14 CloudWatch alarm: age of oldest message above 10 minutes
09:16 Olga acknowledges the alarm
09:25 Olga checks the consumers and sees that one partition is hot
09:40 Olga pauses the import
09:55 Lag back to normal
10:05 Import resumed at half speed`,
    states:
      "detected 09:14, acknowledged 09:16, responding 09:25, mitigation_started 09:40, mitigated 09:55, resolved 09:55",
  },
  {
    name: "a certificate that nobody renewed",
    lines: `00:00 Certificate of the SSO endpoint expires
06:40 First employees cannot log in
06:55 Helpdesk receives several calls about failed logins
07:05 Helpdesk calls the on-call engineer
07:15 On-call engineer finds the expired certificate
07:30 New certificate installed
07:32 Logins work again`,
    states:
      "impact_started 06:40 or 00:00, detected 06:55 or 06:40, paged 07:05, responding 07:15, mitigation_started 07:30, mitigated 07:32, resolved 07:32",
  },
  {
    name: "a migration that locks",
    lines: `10:00 Start of the release 2024.3 including a schema migration
10:02 Migration locks the orders table
10:03 Checkout requests time out
10:04 Alerts go off
10:06 Incident channel created, Priya is incident commander
10:10 Release manager aborts the migration
10:11 Lock released, checkout recovers
10:30 Incident resolved`,
    states:
      "trigger_change 10:00 or 10:02, impact_started 10:03, detected 10:04, declared 10:06, commander_assigned 10:06, responding 10:06, mitigation_started 10:10, mitigated 10:11, resolved 10:30",
  },
  {
    name: "an attack",
    lines: `19:45 Inbound traffic rises to ten times the normal level
19:47 Edge nodes in Frankfurt start dropping packets
19:48 NOC gets alarms for packet loss
19:55 NOC confirms a DDoS attack on one customer
20:05 Null-routed the attacked address
20:08 Packet loss ends
20:20 Notice on the status page
21:30 Attack stops`,
    states:
      "impact_started 19:47, detected 19:48, responding 19:55, first_public_update 20:20, mitigation_started 20:05, mitigated 20:08, resolved 20:08 or 21:30",
  },
  {
    name: "a wrong theory",
    lines: `13:00 Latency of search doubles
13:05 Users complain about slow search in the forum
13:20 We suspect the new ranking model
13:25 Ranking model rolled back
13:40 No improvement after the rollback
14:00 Noisy neighbour found on the host of shard 3
14:10 Moved shard 3 to another host
14:12 Latency is back to normal`,
    states: "detected 13:05, mitigation_started 14:10, mitigated 14:12, resolved 14:12",
  },
  {
    name: "red builds",
    lines: `07:30 GitHub Actions runners are upgraded to a new image
08:10 Builds of the mobile app start to fail
08:15 Developers report red builds in #ci
08:40 CI team identifies a missing SDK in the new image
08:50 Runner image pinned to the old version
09:05 Builds pass again`,
    states:
      "trigger_change 07:30, impact_started 08:10, detected 08:15, responding 08:40, mitigation_started 08:50, mitigated 09:05, resolved 09:05",
  },
  {
    name: "a loop in the office",
    lines: `2025-03-01 22:00 Planned replacement of a core switch starts
2025-03-01 22:20 A spanning tree loop brings down the office network
2025-03-01 22:22 Monitoring loses contact to 120 hosts and alerts
2025-03-01 22:25 Engineers on site unplug the new switch
2025-03-01 22:30 Most hosts are reachable again
2025-03-01 22:50 Last host is reachable again
2025-03-02 09:00 Review of the change with the vendor`,
    states:
      "trigger_change 2025-03-01 22:00, impact_started 2025-03-01 22:20, detected 2025-03-01 22:22, responding 2025-03-01 22:25, mitigation_started 2025-03-01 22:25, mitigated 2025-03-01 22:30 or 2025-03-01 22:50, resolved 2025-03-01 22:50",
  },
  {
    name: "another provider takes over",
    lines: `15:00 Twilio reports delays in SMS delivery
15:10 Our SMS queue starts to grow
15:12 Alert: SMS queue above 10k
15:20 We switch SMS traffic to the backup provider
15:35 SMS are delivered without delay
16:00 Twilio resolves its incident
16:10 Switched back to Twilio`,
    states:
      "impact_started 15:10, detected 15:12, mitigation_started 15:20, mitigated 15:35, resolved 15:35, trigger_change 15:00",
  },
  {
    name: "a limit that was too low",
    lines: `12:30 Max upload size lowered to 1 MB in the proxy config
13:10 A customer writes that attachments are rejected
13:15 Support forwards the report to engineering
13:30 Culprit found: the proxy config change at 12:30
13:34 Proxy config change reverted
13:36 Customer confirms that uploads work`,
    states:
      "trigger_change 12:30, detected 13:10, responding 13:30, mitigation_started 13:34, mitigated 13:36 or 13:34, resolved 13:36",
  },
  {
    name: "an alert that comes and goes",
    lines: `02:00 Alert for high load on report-db
02:05 Alert resolved by itself
02:30 Alert for high load on report-db
02:34 On-call acks, load is caused by the nightly report
02:40 No action taken`,
    states: "detected 02:00, acknowledged 02:34, responding 02:34",
  },
];
