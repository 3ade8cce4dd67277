import { describe, expect, it } from "vitest";
import { EVENT_KINDS, type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { suggestMilestones } from "../suggest-milestones.ts";
import { timesOf } from "../testing/told-lines.ts";

const END = ["10:40 Rolled back the release", "10:50 Sign-ins work again", "11:00 Incident resolved"];

it.each([
  "CPU of db-2 climbs to 97%",
  "Memory of the cache grows to 30 GB",
  "Replication lag rises to 40 s",
  "Load average doubles",
  "Disk usage goes up to 92%",
  "Connection count climbs to 900",
  "PagerDuty alert: load of db-2 too high",
  "Nagios alert fires for replication lag",
  "Cloudflare reports packet loss in Paris",
  "GitHub has an outage",
])("a metric, an alert or a supplier alone doesn't affect users: %s", (title) =>
  expect(timesOf([`10:00 ${title}`, "10:10 Bo joins the call", ...END])["impact_started"]).toBeUndefined(),
);

it.each([
  "Ana begins looking at errors of the importer",
  "Bo is having a look at failed logins",
  "Kim starts having a look at the timeouts",
  "Started to investigate failing checkouts",
  "Jo takes a look at the 500s",
  "We begin to debug the broken export",
  "Investigating errors of the gateway",
  "Ravi is troubleshooting failed uploads",
  "On-call looks into missing invoices",
  "The team is digging into the crashes",
])("nothing starts with an investigation: %s", (title) =>
  expect(timesOf([`10:00 ${title}`, ...END])["impact_started"]).toBeUndefined(),
);

it.each([
  "Restarted the workers",
  "Rebooted db-2",
  "Increased the memory limit",
  "Switched traffic to the second region",
  "Blocked the crawler",
  "Killed the stuck query",
  "Disabled the importer",
  "Rotated the credentials",
  "Replaced the cable",
  "Raised the connection limit",
])("no mitigation starts with a last action without a result: %s", (title) => {
  const times = timesOf(["10:00 Users cannot sign in", "10:05 PagerDuty alert fires", `10:20 ${title}`]);
  expect([times["mitigation_started"], times["mitigated"]]).toEqual([undefined, undefined]);
});

it.each([
  "Restarted the workers by mistake",
  "Accidentally deleted the bucket of the backups",
  "Bo removed the wrong directory",
  "The wrong host was rebooted by accident",
  "Disabled the wrong user in error",
  "Inadvertently dropped the sessions table",
  "Mistakenly revoked the certificate of the proxy",
  "Deleted the queue in the belief that it was empty",
  "Unintentionally blocked the office network",
  "Erroneously scaled the workers to 0",
])("the cause of the harm doesn't mitigate it: %s", (title) => {
  const lines = ["10:00 PagerDuty alert fires", `10:05 ${title}`, "10:10 Users cannot sign in", ...END];
  expect(timesOf(lines)["mitigation_started"]).not.toBe("10:05");
});

it.each([
  "Cron job disabled until it is rewritten",
  "Removed the temporary hosts",
  "Scaled the workers down again",
  "Deleted the old snapshots",
  "Cleared the caches by hand",
  "Restarted the last two hosts to be safe",
  "Raised the disk quota for next time",
  "Renewed the other certificates as well",
  "Enabled the cron jobs",
  "Upgraded the driver on all hosts",
])("an action after the relief isn't an end: %s", (title) => {
  const lines = [
    "10:00 Users cannot sign in",
    "10:05 PagerDuty alert fires",
    "10:20 Rolled back the release",
    "10:24 Sign-ins work again",
    `12:00 ${title}`,
  ];
  expect(timesOf(lines)["resolved"]).not.toBe("12:00");
});

describe("the first post of several", () => {
  const posts = (title: string) =>
    timesOf(["10:00 Logins fail on some hosts", `10:20 ${title}`, "11:00 All hosts are back online"]);

  it.each([
    "Update: we have found the cause and are working on it.",
    "We are moving the last customers to other hosts. Thank you for your patience.",
    "We apologise for the inconvenience, our team is on it.",
    "Our engineers are on site. We will keep you updated.",
    "Please reach out to us if you still see errors.",
    "We've identified the issue and will share an update soon.",
    "Update - power is back in one of two halls. Sorry for the trouble.",
    "We're still working with the vendor. We will provide more information at noon.",
    "Thanks for your patience while we restore the disks.",
    "We sincerely apologize, a fix is on its way.",
  ])("is unknown if a line only sounds like a post after others: %s", (title) =>
    expect(posts(title)["first_public_update"]).toBeUndefined(),
  );

  it.each([
    "We posted to our status page that logins fail",
    "Status page updated: logins fail",
    "First notice published on the status page",
    "We tweeted that logins are affected",
    "Announced the outage on the status page",
    "Posted an incident on statuspage.io",
    "We published an update on our status page",
    "Public status page set to degraded",
    "Posted the first update to the status page",
    "Status page notice published for all customers",
  ])("is known if a line mentions that we posted: %s", (title) =>
    expect(posts(title)["first_public_update"]).toBe("10:20"),
  );
});

it.each([
  "Update - Users are unable to sign in, we are still working on it",
  "Monitoring - Users could not sign in between 08:10 and 09:20",
  "Resolved - Logins failed for all users",
  "Update: checkouts are down for everyone",
  "Updated - The API is unavailable in two regions",
  "Verifying - Customers experienced an outage",
  "Monitoring: the shop went down",
  "In progress - Uploads are failing for all users",
  "Update - We noticed that exports are failing",
  "Resolved: users experienced errors",
])("a later stage of a status page is neither start nor detection: %s", (title) => {
  const times = timesOf([`10:00 ${title}`, "11:00 Resolved - All systems work again"]);
  expect([times["impact_started"], times["detected"]]).toEqual([undefined, undefined]);
});

it.each([
  "We put the server back online and are monitoring the situation",
  "Service is back to normal, we continue to monitor",
  "Fix deployed, sites are back online. We are now monitoring",
  "Monitoring - all services are operational again",
  "Everything works again, we keep monitoring",
  "Logins are working again; monitoring for further errors",
  "A patch is in place and uploads recovered. Monitoring",
  "Restored normal operation and monitoring the results",
  "The rollback is complete and traffic recovered, monitoring closely",
  "Queues are healthy again. We will continue to monitor",
])("nothing is over while it is watched: %s", (title) => {
  const lines = ["10:00 Users cannot sign in", "10:05 PagerDuty alert fires", `10:30 ${title}`];
  expect(timesOf(lines)["resolved"]).toBeUndefined();
});

it.each([
  "We've identified the issue",
  "We have identified the problem",
  "The team identified the faulty host",
  "The issue was identified",
  "Bo identified its cause",
  "Engineers identified the problem with the proxy",
  "The problem has been identified",
  "Identified the issue in the load balancer",
  "The root cause was identified",
  "Kim identifies the bug",
])("what was known before isn't detected then: %s", (title) =>
  expect(timesOf(["10:00 Logins fail on some hosts", `10:20 ${title}`, ...END])["detected"]).not.toBe("10:20"),
);

it.each([
  "Reported the incident to our software manufacturer",
  "Reported the packet loss to the carrier",
  "We reported the errors to the vendor",
  "I reported the outage to the data centre",
  "Also reported the problem to the upstream provider",
  "Reported the failures to the registrar",
  "We reported the issue to the authorities",
  "Reported the timeouts to Hetzner",
  "I reported the crash to the maintainers",
  "Reported the broken link to the other team",
])("telling others isn't a detection: %s", (title) =>
  expect(timesOf(["10:00 Logins fail on some hosts", `10:20 ${title}`, ...END])["detected"]).not.toBe("10:20"),
);

it.each([
  "The worker encountered an issue and stopped",
  "The importer encountered an error",
  "The scheduler encountered a problem and halted all jobs",
  "An executor encountered an issue",
  "The node encountered errors while it joined",
  "The job encountered failures",
  "Our proxy encountered a problem",
  "The database encountered an error and went down",
  "The consumer encountered timeouts",
  "The build encountered an issue",
])("an error that only a machine meets isn't a detection: %s", (title) =>
  expect(timesOf([`10:00 ${title}`, "10:04 PagerDuty alert fires", ...END])["detected"]).toBe("10:04"),
);

it.each([
  "Jo acks the page",
  "On-call acknowledges the alert",
  "Page acknowledged by Ravi",
  "Ana acknowledged the page from her phone",
  "Duty engineer acks",
  "The alert is acknowledged",
  "Acked by Kim",
  "Page acked",
  "Secondary acknowledges",
  "The pager was acknowledged",
])("to acknowledge a page isn't work yet: %s", (title) => {
  const lines = ["10:00 PagerDuty alert fires: sign-ins fail", `10:05 ${title}`, "10:20 Users cannot sign in", ...END];
  expect(timesOf(lines)["responding"]).not.toBe("10:05");
});

describe("an event with a kind that only exists once there is impact", () => {
  const startOf = (kind: EventKind, title: string, then: EventKind) => {
    const shared = { precision: "exact" as const, title };
    const events = [
      { ...shared, id: "first", at: "2025-06-10T09:10:00Z", kind },
      { ...shared, id: "second", at: "2025-06-10T09:11:00Z", kind: then, title: "Something happened" },
    ];
    return suggestMilestones(events, {}).find(({ name }) => name === "impact_started")?.eventId;
  };
  const kinds = EVENT_KINDS.filter((kind) => kind === "impact_changed" || groupOfKind(kind) === "mitigation");

  it.each(kinds)("isn't its start: %s", (kind) => {
    for (const title of ["Paged", "Something happened", "Tried the other one"])
      for (const then of ["alert_resolved", "alert_fired"] as const)
        expect(startOf(kind, title, then)).not.toBe("first");
  });

  it("is its start if the text says so", () =>
    expect(startOf("mitigation_failed", "Rollback fails, and customers cannot sign in", "alert_fired")).toBe("first"));
});
