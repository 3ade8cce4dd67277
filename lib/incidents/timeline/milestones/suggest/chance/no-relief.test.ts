import { expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

it.each([
  "We continue to monitor",
  "Monitoring the queue",
  "The team keeps monitoring",
  "Still monitoring closely",
  "We are now monitoring the hosts",
  "Continuing to monitor",
  "We keep monitoring it overnight",
  "Monitoring for an hour",
  "Ops is watching and monitoring",
  "We monitor it further and keep monitoring",
])("to watch isn't relief: %s", (title) => {
  const lines = ["10:00 PagerDuty alert fires", "10:05 Users cannot sign in", "10:20 Bo looks at it", `10:30 ${title}`];
  expect(timesOf(lines)["mitigated"]).toBeUndefined();
});

it.each([
  "Staging environment brought online for testing",
  "Test environment is back up",
  "Sandbox server works again",
  "Recovered the pre-production cluster",
  "Dev system is healthy again",
  "Lab instance restored, to try the fix",
  "The fix works in staging",
  "Demo site is up again",
  "Backup restored on a test server",
  "Preprod stack is responding normally",
])("a part that works elsewhere relieves no one: %s", (title) => {
  const times = timesOf([
    "10:00 Site is down for all users",
    "10:05 PagerDuty alert fires",
    `10:40 ${title}`,
    "10:50 Consultants called in",
  ]);
  expect([times["mitigated"], times["resolved"]]).toEqual([undefined, undefined]);
});

it("but it does if that is what failed", () => {
  const lines = [
    "10:00 Staging environment is down",
    "10:05 PagerDuty alert fires",
    "10:40 Staging environment works again",
  ];
  expect(timesOf(lines)["mitigated"] ?? timesOf(lines)["resolved"]).toBe("10:40");
});

it.each([
  "Workloads healthy but trading blocked",
  "API is back up, but logins are failing",
  "Database restored, yet checkout is still down",
  "Rolled back, same error",
  "Service recovered in Paris, but it is unavailable in Rome",
  "Restarted the proxy: same problem",
  "Pods are healthy again though the queue is stuck",
  "Errors are lower, but uploads are broken",
  "Failover finished, still failing",
  "Cache works again while search is offline",
])("what still fails isn't mitigated: %s", (title) => {
  const times = timesOf([
    "10:00 Users cannot sign in",
    "10:05 PagerDuty alert fires",
    `10:40 ${title}`,
    "10:50 Consultants called in",
  ]);
  expect([times["mitigated"], times["resolved"]]).toEqual([undefined, undefined]);
});

it.each([
  "Sign-ins work again, but slowly",
  "Logins work again but no one is told yet",
  "Traffic recovered, but the queue is not stuck any more",
])("a reservation leaves relief as it is: %s", (title) => {
  const times = timesOf(["10:00 Users cannot sign in", "10:05 PagerDuty alert fires", `10:40 ${title}`]);
  expect(times["mitigated"] ?? times["resolved"]).toBe("10:40");
});

it.each([
  "The first incremental backup was restored",
  "The last snapshot is restored to the new host",
  "The dump of Sunday was restored on db-3",
  "The second backup is restored",
  "Backup of the users table restored on the spare",
  "The full backup was restored to staging-2 disk",
  "All snapshots have been restored, next is the log replay",
  "The base backup is restored, replaying the WAL",
  "Dumps of both shards are loaded",
  "Point-in-time backup restored to the replica",
])("a restored copy relieves no one yet: %s", (title) => {
  const lines = [
    "10:00 The shop goes offline for all customers",
    "10:05 Bo starts investigating",
    "10:20 Decided to restore from backup",
    `10:40 ${title}`,
    "11:30 Shop is promoted and back online",
    "12:00 All customers can order again",
  ];
  expect(timesOf(lines)["mitigated"]).toBe("11:30");
});

it("but it does if the text says that it works", () => {
  const lines = [
    "10:00 The shop goes offline for all customers",
    "10:05 Bo starts investigating",
    "10:40 The backup was restored and the shop is back online",
  ];
  expect(timesOf(lines)["mitigated"]).toBe("10:40");
});

it.each([
  "Service was restored after the first fix but errors are back",
  "A restart brought the API back up for some users",
  "The queue is moving again slowly",
  "Traffic is back online partially",
  "Uploads resumed for some regions",
  "Orders are processed again, we look into the rest",
])("a post “Investigating” relieves no one: %s", (body) => {
  const lines = [
    "10:00 Investigating // Sign-ins fail for all customers",
    "10:05 Identified // A bad release causes this",
    `10:20 Investigating // ${body}`,
    "10:40 Monitoring // A fix is live",
    "11:00 Resolved // All works",
  ];
  expect(timesOf(lines)["mitigated"]).not.toBe("10:20");
});

it.each([
  "We are seeing major recovery of users and latency",
  "We see strong recovery across all regions",
  "Seeing signs of recovery in the error rates",
  "Error rates are recovering quickly",
  "Latency is improving rapidly",
  "We now see significant improvement in response times",
  "The graphs show recovery in both regions",
  "Response times are improving",
])("signs of recovery are relief: %s", (title) => {
  const lines = [
    "10:00 Users cannot sign in",
    "10:05 PagerDuty alert fires",
    "10:20 Restarted the database",
    `10:30 ${title}`,
    "10:40 Traffic is fully restored, all operational",
  ];
  expect(timesOf(lines)["mitigated"]).toBe("10:30");
});
