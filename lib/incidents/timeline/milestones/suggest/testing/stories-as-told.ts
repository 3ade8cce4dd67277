import type { Story } from "./stories.ts";

/** Longer lines from other trades. What isn't certain can be left out. */
export const STORIES_AS_TOLD: readonly Story[] = [
  {
    name: "a rule that eats the processors",
    lines: `13:42 An engineer on the firewall team deploys a minor change to the rules
13:45 First PagerDuty page for a fault with the WAF
13:46 Traffic drop alerts and multiple reports of 5xx errors worldwide
13:49 Status page incident created
14:00 WAF identified as the component causing the problem, attack dismissed
14:02 Proposed to use a global terminate to turn the WAF off
14:07 Global WAF kill executed
14:09 Traffic levels and CPU are back to normal worldwide
14:52 WAF re-enabled globally`,
    states:
      "trigger_change 13:42, detected 13:45, paged 13:45, first_public_update 13:49, mitigation_started 14:07, mitigated 14:09, resolved 14:52 or 14:09",
  },
  {
    name: "a ramp after the holidays",
    lines: `06:00 We start the day with a slow ramp of traffic after the holidays
06:57 Error rates start to rise for our API
07:01 On-call engineers are paged for increased error rates
07:14 Customers cannot connect
07:20 Incident commander assigned
07:28 We find that the network between our VPCs is saturated
07:45 AWS confirms packet loss on the transit gateway
08:10 AWS increases the capacity of the transit gateway
08:40 Error rates return to normal levels
10:40 We mark the incident as resolved`,
    states:
      "impact_started 07:14 or 06:57, detected 07:01, paged 07:01, commander_assigned 07:20, mitigation_started 08:10, mitigated 08:40, resolved 10:40",
  },
  {
    name: "a change at the content network",
    lines: `10:12 A new version of the registry VCL is deployed to the CDN
10:20 Users report 404s for scoped packages on Twitter
10:31 We acknowledge the problem on status.npmjs.org
10:44 The VCL change is reverted
10:46 Downloads of scoped packages succeed again
11:00 Purged stale 404 responses from the cache`,
    states:
      "trigger_change 10:12, detected 10:20, first_public_update 10:31, mitigation_started 10:44, mitigated 10:46, resolved 10:46",
  },
  {
    name: "an upgrade of the cluster",
    lines: `14:10 We upgrade the etcd cluster
14:18 Payments and transfers start failing for all customers
14:19 Automated alerts fire
14:25 We roll back the upgrade but it makes no difference
15:05 We find that linkerd no longer receives updates from Kubernetes
15:30 Restarted all linkerd pods
15:35 Payments work again
17:00 Postmortem started`,
    states:
      "trigger_change 14:10, impact_started 14:18, detected 14:19, responding 15:05 or 14:25, mitigation_started 15:30, mitigated 15:35, resolved 15:35",
  },
  {
    name: "a supplier's network event",
    lines: `02:00 AWS network event begins
02:03 Our alerts trigger and the on-call engineer begins the incident process
02:10 We post a yellow status on the public status site
04:00 Databases recover without intervention
05:30 EBS volumes are still stuck
06:00 We start restoring databases from snapshots
12:00 95% of databases are back online
20:00 All databases restored
21:00 Status set to green`,
    states:
      "detected 02:03, declared 02:03, first_public_update 02:10, mitigation_started 06:00, mitigated 12:00 or 20:00, resolved 20:00 or 21:00",
  },
  {
    name: "a hall without power",
    lines: `07:21 Our primary provider suffers a power failure in the main hall
07:23 Basecamp becomes unreachable
07:24 Pages go out to the ops team
07:40 Ops confirms that the core routers are down
07:55 First update posted to status.basecamp.com
08:15 We decide to fail over to the secondary datacenter
08:16 Failover begins
08:35 Basecamp is available again from the secondary datacenter
10:10 Power restored in the main hall`,
    states:
      "impact_started 07:23, detected 07:24, paged 07:24, first_public_update 07:55, mitigation_started 08:16, mitigated 08:35, resolved 08:35 or 10:10",
  },
  {
    name: "a job that locks",
    lines: `16:02 Cron job that deletes expired sessions starts
16:05 CPU of the main database goes to 100%
16:06 New Relic alert: apdex below 0.5
16:11 Tom connects to the database and sees hundreds of locked queries
16:14 Tom kills the cron job
16:15 CPU drops to 20%
16:16 Response times back to normal
16:30 Cron job disabled until it is rewritten`,
    states:
      "trigger_change 16:02, detected 16:06, responding 16:11, mitigation_started 16:14, mitigated 16:15 or 16:16, resolved 16:16",
  },
  {
    name: "a merge that is synchronised",
    lines: `09:58 PR merged that changes the ingress class
10:05 Argo CD syncs the change to the cluster
10:06 All ingresses return 404
10:09 A colleague from the web team asks in chat whether the site is down
10:12 Platform engineer confirms the outage
10:15 Revert PR merged
10:19 Argo CD syncs the revert
10:20 Site reachable again`,
    states:
      "trigger_change 10:05 or 09:58, impact_started 10:06, detected 10:09, responding 10:12, mitigation_started 10:15 or 10:19, mitigated 10:20, resolved 10:20",
  },
  {
    name: "an exposed token",
    lines: `08:00 A researcher reports an exposed token through our security mailbox
08:30 Security team validates the report
08:45 Token revoked
09:30 Audit of the access logs completed, no misuse found
10:00 Researcher informed
11:00 Incident closed`,
    states: "detected 08:00, responding 08:30, mitigation_started 08:45, mitigated 08:45, closed 11:00, resolved 11:00",
  },
  {
    name: "a full disk at night",
    lines: `03:12 Zabbix triggers "disk space low" on log01
03:15 Night operator escalates to second line
03:30 Second line joins and deletes old archives
03:35 Disk usage down to 60%
03:36 Alert resolved
08:00 Logrotate config fixed`,
    states: "detected 03:12, responding 03:30, mitigation_started 03:30, mitigated 03:35 or 03:36",
  },
  {
    name: "records changed by accident",
    lines: `11:20 Someone on the web team changes the NS records of the zone by accident
11:50 Site unreachable for the first customers as caches expire
12:05 Support hears from customers that the shop is down
12:12 NS records corrected
12:13 TTL means that some customers still see errors
14:00 No more errors seen, incident over`,
    states:
      "trigger_change 11:20, impact_started 11:50, detected 12:05, mitigation_started 12:12, mitigated 14:00, resolved 14:00",
  },
];
