import type { Story } from "./stories.ts";

/** Trouble that comes back, relief before the end, and actions that didn't help. What isn't certain can be left out. */
export const STORIES_OF_ROUNDS: readonly Story[] = [
  {
    name: "it begins to recover before it is over",
    lines: `10:00 Customers begin seeing 502s
10:04 Alert fires for the checkout
10:10 Ana joins the call
10:20 Restarted the brokers
10:31 The site begins to recover
10:55 Service is fully restored`,
    states:
      "impact_started 10:00, detected 10:04, responding 10:10, mitigation_started 10:20, mitigated 10:31, resolved 10:55",
  },
  {
    name: "resolved too early",
    lines: `09:00 Alert fires: importer down
09:05 Jo acknowledges the page
09:20 Marked as resolved
10:30 The importer crashes again
10:41 Rotated the credentials
10:52 The importer works again`,
    states:
      "detected 09:00, acknowledged 09:05, responding 09:05, mitigation_started 10:41, mitigated 10:52, resolved 10:52",
  },
  {
    name: "resolved too early, and no end told",
    lines: `09:00 Alert fires: importer down
09:20 Issue resolved
10:30 Users report that imports fail again
10:41 Paused all imports
10:59 Handed over to the night shift`,
    states: "detected 09:00, mitigation_started 10:41",
  },
  {
    name: "a deployment that sounds like a cure",
    lines: `08:45 Deployed a fix for the clean-up job
09:10 The clean-up job brought down the app
09:14 Pingdom reports the app as down
09:40 Manually created the missing tables
09:48 App back online`,
    states:
      "trigger_change 08:45, impact_started 09:10, detected 09:14, mitigation_started 09:40, mitigated 09:48, resolved 09:48",
  },
  {
    name: "a revert that did not help",
    lines: `12:00 Logins began to fail
12:03 First alert
12:15 Reverted the release, but errors persist
12:33 Rolled the database credentials
12:40 Users can log in again
12:50 Resolved`,
    states: "impact_started 12:00, detected 12:03, mitigation_started 12:33, mitigated 12:40, resolved 12:50",
  },
  {
    name: "a second revert that did not help",
    lines: `12:00 Latency started rising
12:03 The team is alerted
12:15 Rolled back to 4.1
12:20 Rollback did not help
12:33 Replayed the logs of the broken shard
12:48 Confirmed resolved`,
    states: "impact_started 12:00, detected 12:03, mitigation_started 12:33, mitigated 12:48, resolved 12:48",
  },
  {
    name: "trees that are closed and opened",
    lines: `15:02 Builders hitting missing packages
15:05 Trees closed
15:08 Several developers complain in the chat
15:30 Reinstalled the missing packages
15:44 Trees re-opened`,
    states:
      "impact_started 15:05 or 15:02, detected 15:02 or 15:08, mitigation_started 15:30, mitigated 15:44, resolved 15:44",
  },
  {
    name: "the vendor's incident",
    lines: `05:10 Uploads stop working
05:12 A volunteer reports that photos fail to load
05:20 Hetzner incident regarding storage posted
05:31 Vendor acknowledges that their disks failed
06:15 All regions restored
06:20 Resolved`,
    states: "impact_started 05:10, detected 05:12, mitigated 06:15, resolved 06:20",
  },
  {
    name: "a leaked key",
    lines: `08:02 A researcher contacts us about a leaked token
08:10 Bo acknowledges the report
08:25 Revoked the leaked token
08:40 Rotated the signing keys
09:30 Logs show that nobody used the token
10:00 Incident closed`,
    states:
      "detected 08:02, acknowledged 08:10, responding 08:10 or 08:25, mitigation_started 08:25, closed 10:00, resolved 10:00",
  },
  {
    name: "a disk that fills",
    lines: `02:10 Database crashes: disk full
02:11 Website becomes unavailable
02:13 Icinga turns critical
02:20 On-call acknowledges
02:31 Freed up 20 GB on the disk
02:38 Database started again
02:40 Site back online
03:00 Resolved`,
    states:
      "impact_started 02:11 or 02:10, detected 02:13, acknowledged 02:20, responding 02:20 or 02:31, mitigation_started 02:31, mitigated 02:40, resolved 03:00",
  },
  {
    name: "a planned upgrade that goes wrong",
    lines: `20:00 Planned maintenance begins, hosts are rebooted one by one
20:30 Ran system updates on the database host
20:42 Logins stop working
20:44 Users complain in the chat that they cannot log in
20:55 Ana joins the call
21:05 Patched the driver by hand
21:20 Logins work again`,
    states:
      "trigger_change 20:30, impact_started 20:42, detected 20:44, responding 20:55, mitigation_started 21:05, mitigated 21:20, resolved 21:20",
  },
  {
    name: "an attack",
    lines: `13:00 Attacker attempts to delete the backups
13:02 Shop goes down
13:05 Monitors go red
13:11 Jo looks into the logs
13:20 Blocked the offending network
13:26 Service recovering
13:45 All regions restored`,
    states:
      "impact_started 13:02, detected 13:05, responding 13:11, mitigation_started 13:20, mitigated 13:26 or 13:45, resolved 13:45",
  },
  {
    name: "two acts, one that helped",
    lines: `09:00 Deploy of the gateway starts
09:06 Outage of the payment page
09:08 First customer report
09:12 Incident declared
09:15 Restarted the gateway
09:22 Errors persist
09:30 Rolled back to the previous version
09:36 Payments are flowing again
09:50 Incident ended`,
    states:
      "trigger_change 09:00, impact_started 09:06, detected 09:08, declared 09:12, mitigation_started 09:30, mitigated 09:36, resolved 09:50",
  },
];
