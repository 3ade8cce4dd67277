import type { Story } from "./stories.ts";

/** Short invented stories in which a single phrase decides. */
export const STORIES_OF_SIGNS: readonly Story[] = [
  {
    name: "a first refused request before the alert",
    lines: `08:51 First 504 from the gateway
09:00 Pager goes off
09:20 Gateway rolled back to v41
09:32 Everything is back to normal`,
    states:
      "impact_started 08:51, detected 09:00, paged 09:00, mitigation_started 09:20, mitigated 09:32, resolved 09:32",
  },
  {
    name: "a first failed upload before the alert",
    lines: `13:07 First failed upload in the log
13:15 Alert fires for upload errors
13:40 Restarted the upload workers
13:44 Uploads work again`,
    states: "impact_started 13:07, detected 13:15, mitigation_started 13:40, mitigated 13:44, resolved 13:44",
  },
  {
    name: "a downgrade that solved it, and a later repair",
    lines: `10:00 Grafana alert fires: lookups fail
10:12 Mia looks at the resolver
10:40 The resolver was downgraded, which solved the problem
11:30 Resolver 1.11 with a fix installed everywhere`,
    states: "detected 10:00, responding 10:12, mitigation_started 10:40, mitigated 10:40, resolved 10:40 or 11:30",
  },
  {
    name: "a revert that fixed it, and a later repair",
    lines: `21:00 Alert: error rate above 4 %
21:30 The firewall change was reverted, which fixed the timeouts
22:20 Changed the firewall again in small steps, issue permanently fixed`,
    states: "detected 21:00, mitigation_started 21:30, mitigated 21:30, resolved 21:30 or 22:20",
  },
  {
    name: "a fix that is live, and no more is told",
    lines: `14:00 Sales report that orders have no address
15:10 Hot fix is deployed and live in the shop`,
    states: "detected 14:00, mitigation_started 15:10, mitigated 15:10",
  },
  {
    name: "another fix that is live",
    lines: `07:30 A customer writes that invoices are empty
07:45 Jo finds the broken template
08:20 The fix is live`,
    states: "detected 07:30, responding 07:45, mitigation_started 08:20, mitigated 08:20",
  },
  {
    name: "fields with the key times",
    lines: `09:00 Alert fires for the importer
09:04 First detected
09:31 Repaired
09:50 Resolved`,
    states: "detected 09:04, mitigated 09:31, resolved 09:50",
  },
  {
    name: "a failover that ends the downtime",
    lines: `16:00 Site is down for all users
16:02 PagerDuty alert fires
16:20 Failed over to the second site (downtime over)`,
    states: "impact_started 16:00, detected 16:02, mitigation_started 16:20, mitigated 16:20, resolved 16:20",
  },
];
