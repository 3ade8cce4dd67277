import { describe, expect, it } from "vitest";
import { guessKind, kindsTold } from "./guess-kind.ts";

const TOLD = {
  customer_report: `
    User reported no sitemaps being inserted
    Customers report no data in their dashboards
    Several users reported not receiving emails
    A member complained that nothing loads
    Two merchants have reported missing payouts
    Subscribers say no calls come through
    Customers say nothing works
    Users reported that none of their uploads arrive
    Clients report missing orders`,
  alert_resolved: `
    [ALERT] api-gateway pool CPU back to normal after rollback
    [ALERT] 5xx rate normalized post-rollback
    ALERT: disk usage recovered
    Alarm - pump pressure within limits
    [Alert] queue depth returned to baseline
    ALARM: link is up again
    [ALERT] error rate back below the threshold
    [ALERT] p99 latency is below its threshold
    Alarm: queue depth below the limit
    [ALERT] high latency cleared
    [ALERT] disk usage auto-resolved`,
  alert_fired: `
    [ALERT] checkout success rate below threshold
    ALERT: orders per minute below normal
    [ALERT] high latency until cleared
    ALERT: free memory under the limit
    [ALERT] healthy replicas below threshold
    Alarm: throughput below baseline
    [ALERT] error rate below threshold? checking
    [ALERT] fires again if it isn't resolved
    [ALERT] latency high, to be resolved by auto scaling`,
  mitigated: `
    Repairs have been completed
    Fibre splicing complete
    Repair work is now finished
    Repairs to the line are done and repairs completed
    Restoration works have been completed
    Fiber repairs complete, traffic is back`,
  impact_started: `
    A percentage of API clients (peaking at 12.5%) have experienced intermittent downtimes
    Some users suffered repeated timeouts
    Many of our clients faced long interruptions
    Tenants experienced repeated time-outs
    Partners in the region: subscribers have experienced outages
    Merchants also suffered failures at the till
    Outage Start
    Impact start time
    Downtime began`,
  mitigation_failed: `
    An attempted restart of the cluster led to no response
    Tried to roll back, without success
    The attempt to fail over was unsuccessful
    Tried to restart the failed node, no effect
    Attempted rollback failed
    Attempts to recover the volume from a snapshot have failed`,
  resolved: `
    All previously rejected badges confirmed working
    Every door reader confirmed healthy
    Outage Stop
    Outage end time
    Incident end
    Non-compliance end date`,
  public_update: `
    The agency issues its first public notice of the outage
    The railway issued a fuller statement on the failure
    We have issued a public statement
    Support issued a brief notice to all customers
    The operator issues a service bulletin
    Our press office issued its first announcement`,
  impact_ended: `
    Customers no longer experience errors
    Users are no longer affected
    Customers are no longer facing timeouts
    Users no longer see the error banner
    Visitors no longer get 502s
    Customers no longer receive errors
    Players are no longer experiencing any slowness`,
  joined: `
    Author arrives on site
    Two field technicians arrived at the data centre
    Electrician reaches the building
    Technicians arrived at the site at 10:20
    Staff arrived on site and replaced the fuse
    The crew has reached the scene, roads are blocked
    Specialists arrive at data center 2 with spare parts
    Engineers reached the office.`,
  metric_shift: `
    [LOG] Heap usage above 80%
    Queue depth exceeds 10,000
    Replication lag beyond two minutes`,
  observation: `
    [ALERT] cache cleared unexpectedly on node 3
    Technicians will arrive on site at noon
    Customers report no issues
    Users reported no further errors
    Reminder: prod deploys need two approvals
    [CHAT] Reminder: no deploys on Fridays
    Once repairs are complete the line will be tested
    Repairs are not complete yet
    Repairs are expected to be completed by noon`,
};

describe.each(Object.entries(TOLD))("a phrase that tells of %s", (kind, lines) => {
  it.each(lines.trim().split(/\n\s*/))("reads the kind of “%s”", (line) => expect(guessKind(line)).toBe(kind));
});

it("isn't in an alert that fires", () => {
  expect(guessKind("[ALERT] 5xx rate 12% on api-gateway")).toBe("alert_fired");
  expect(guessKind("[ALERT] replica not yet recovered")).not.toBe("alert_resolved");
});

it("reads no other kind from a line with a fixed phrase", () => {
  expect([...kindsTold("[ALERT] 5xx rate normalized post-rollback")]).toEqual(["alert_resolved"]);
  expect([...kindsTold("Reminder: prod deploys need two approvals")]).toEqual([]);
});

it.each([
  "Customers no longer see any products in the shop",
  "Users are no longer getting emails",
  "Users are no longer seeing data in dashboards",
  "Clients no longer get their invoices",
  "Clients no longer receive error reports by mail",
  "Merchants no longer see the failure report",
  "Players no longer see their inventory",
])("customers who lack something aren't well again: %s", (line) => {
  expect(guessKind(line)).not.toBe("impact_ended");
  expect([...kindsTold(line)]).not.toContain("impact_ended");
});

it.each([
  "No customers report missing orders",
  "Customers report nothing unusual",
  "Users noticed nothing",
  "Did customers report missing orders?",
  "None of the customers reported missing data",
  "Customers reported no data loss",
  "Have any users reported missing emails?",
])("nothing is reported: %s", (line) => {
  expect(guessKind(line)).not.toBe("customer_report");
  expect([...kindsTold(line)]).not.toContain("customer_report");
});

it.each([
  "No users experienced errors",
  "We checked that no customers experienced downtime",
  "Ask customers experiencing errors to retry",
  "Were customers experiencing errors?",
  "None of our users experienced errors",
  "Users experienced no errors",
  "Check whether customers experience outages",
  "Wrote a guide for customers facing timeouts",
])("no impact starts: %s", (line) => {
  expect(guessKind(line)).not.toBe("impact_started");
  expect([...kindsTold(line)]).not.toContain("impact_started");
});

it.each([
  "Trying to recover the failed node",
  "Attempt to restore the failed backup succeeded",
  "Attempt to recover the failed disk was successful",
  "Tried to restart a failed pod",
  "Tried to restart the node. The deploy failed last week.",
  "Tried to restore the volume, then failed over to the standby",
  "Attempted to recover from a failed upgrade",
])("no step has failed: %s", (line) => {
  expect(guessKind(line)).not.toBe("mitigation_failed");
  expect([...kindsTold(line)]).not.toContain("mitigation_failed");
});

it.each([
  "GitHub issues a statement about their outage",
  "Court issued its statement",
  "AWS issued an advisory for an unrelated CVE",
  "Our cloud provider issued a notice",
  "The court issued its statement",
  "Microsoft issues its bulletin",
  "The vendor has issued a written statement",
])("reads no update to the public: %s", (line) => {
  expect(guessKind(line)).not.toBe("public_update");
  expect([...kindsTold(line)]).not.toContain("public_update");
});

it.each([
  "No tokens were revoked",
  "Plan to discuss rotating API keys",
  "Ana asks whether the keys were rotated",
  "None of the keys were rotated",
  "Discussed rotating the signing keys",
  "A runbook about rotating credentials",
  "Security recommends revoking the tokens",
  "Fiber repair complete in 2 hours",
  "Repairs complete at 30%",
  "Repairs done for today, more tomorrow",
])("nothing is rotated or repaired yet: %s", (line) => {
  for (const kind of [guessKind(line), ...kindsTold(line)])
    expect(["mitigation_started", "config_changed", "mitigated"]).not.toContain(kind);
});

it.each(["Rotated the leaked API keys", "Credentials were revoked", "Started rotating the tokens"])(
  "secrets are replaced: %s",
  (line) => expect([guessKind(line), ...kindsTold(line)]).toContain("mitigation_started"),
);

it.each([
  "The team reached the site limit",
  "Manager reached on the office phone",
  "Staff reach the office hours later",
  "The crew reached the plant manager",
  "Engineers reach the data center network team",
  "The team reached the building owner by phone",
])("reads no arrival of a person: %s", (line) => {
  expect(guessKind(line)).not.toBe("joined");
  expect([...kindsTold(line)]).not.toContain("joined");
});

describe("the words of an alert behind its name", () => {
  it.each([
    "Alertmanager page: API errors above 10 %",
    "PagerDuty alert: queue depth above 5,000",
    "Prometheus alert: disk usage over 90 %",
    "Grafana alert: p99 latency above 2 s",
    "Datadog alarm: success rate below 97 %",
    "Page: 5xx rate above 3 %",
    "Alert: free memory is lower than 200 MB",
    "CloudWatch alarm: CPU above 95 % for 10 minutes",
    "Icinga alert: open files exceeded 65000",
    "Alert: replication lag > 30 s",
  ])("are an alert: %s", (text) => {
    expect(guessKind(text)).toBe("alert_fired");
  });

  it.each([
    "Test alert: queue depth above 5",
    "Page: it should fire if errors are above 10 %",
    "Alert rule: latency above 2 s",
  ])("aren't one: %s", (text) => {
    expect(guessKind(text)).not.toBe("alert_fired");
  });
});

it.each([
  "Alert: CPU no longer above 95 %",
  "Grafana alert: latency back below 2 s",
  "Prometheus alert: disk usage is no longer above 90 %",
  "Page: success rate back above 97 %",
  "Datadog alarm: queue depth back under 5,000",
])("the words of an alert after its name can be its end: %s", (text) => {
  expect(guessKind(text)).toBe("alert_resolved");
});

describe("a setting and its new value", () => {
  it.each([
    "Set memory of the worker to 8 GB",
    "Set the timeout of the proxy to 30 s",
    "Set max_connections to 500",
    "Changed the batch size to 100",
    "Set the heap of search to 12g",
    "We set the retry limit to 3",
    "Adjusted the keep-alive of the gateway to 75 s",
    "Changed worker_timeout from 30 s to 90 s",
    "Set log retention to 7 days",
    "Set net.core.somaxconn to 4096",
  ])("is a change of configuration: %s", (text) => {
    expect(guessKind(text)).toBe("config_changed");
  });

  it.each([
    "Set the severity to 1",
    "Set the review meeting to 10 o'clock",
    "Set up a call with the vendor at 10",
    "Set the call to 10:30",
    "Changed the priority to 2",
    "Set the number of replicas to 5",
    "Should we set the timeout to 30 s?",
  ])("isn't recognised in other words: %s", (text) => {
    expect(guessKind(text)).not.toBe("config_changed");
  });
});
