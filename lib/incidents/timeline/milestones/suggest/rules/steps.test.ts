import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const BEGIN = ["10:00 PagerDuty alert fires for the API", "10:01 Users cannot sign in"];
const END = ["12:00 Service is fully restored"];
const stepIn = (...lines: string[]) => timesOf([...BEGIN, ...lines, ...END])["mitigation_started"];

describe("the step that helped", () => {
  it.each([
    "The typo in the rule was fixed",
    "Ana fixed the routes in production",
    "The corrupt index is repaired",
    "We patched the proxy by hand",
    "Bo corrected the password of the job",
    "Ana hotfixed the parser",
    "The wrong address was corrected",
    "Dora repairs the mailer",
    "The broken link was repaired",
    "Chen fixes the query",
  ])("is what was repaired: %s", (title) => expect(stepIn(`11:00 ${title}`)).toBe("11:00"));

  it.each([
    ["Ana lands a change that adds records to Route53", "Bo restarts the services"],
    ["Config updated with the new address", "Restarted the proxies"],
    ["Raised max_connections to 500", "The database was restarted"],
    ["Deployed version 1.4.2", "Restarted all workers"],
    ["DNS record changed to the old cluster", "The resolvers are restarted"],
  ])("is the change that a restart applies: %s, %s", (change, restart) =>
    expect(stepIn(`11:00 ${change}`, `11:40 ${restart}`)).toBe("11:00"),
  );

  it("is the restart if it failed in between", () => {
    expect(stepIn("11:00 Raised max_connections to 500", "11:20 Errors persist", "11:40 Restarted the database")).toBe(
      "11:40",
    );
  });

  it.each([
    "CoreDNS was downgraded, which solved the issue",
    "Ana restarted the broker, which fixed the problem",
    "The rule was reverted, which resolved the errors",
    "Bo cleared the cache, which brought the site back",
    "The node was drained, which restored logins",
  ])("is the one that is said to have helped: %s", (title) =>
    expect(timesOf([...BEGIN, `11:00 ${title}`, "11:50 Upgraded the chart, issue permanently fixed"])).toMatchObject({
      mitigation_started: "11:00",
      mitigated: "11:00",
    }),
  );

  it("is not over while something else is also missing", () => {
    const lines = [
      "11:00 Ana restores the index",
      "11:05 Bo points out that orders are also missing",
      "11:40 Restarted the indexer",
    ];
    expect(stepIn(...lines)).toBe("11:40");
  });

  it("isn't a field that states the end", () => {
    expect(timesOf(["10:00 First detected", "11:00 Repaired", "12:00 Resolved"])).toEqual({
      detected: "10:00",
      mitigated: "11:00",
      resolved: "12:00",
    });
  });

  it.each([
    ["Changed the DNS record of the shop to the old cluster", "Reverted the DNS record of the shop"],
    ["Traffic config of the proxy changed to the backup origin", "Rolled back the proxy to the main origin config"],
    ["Feature limits of search lowered in the config", "Search limits config reverted"],
    ["Rate limit config of the gateway changed to 50", "Gateway rate limit rolled back to 100"],
    ["Updated the firewall rule for the office network", "Firewall rule for the office network reverted"],
  ])("isn't a clean-up of the response's own changes: %s, %s", (change, back) => {
    const lines = [...BEGIN, `11:00 ${change}`, "11:30 Supplier confirms the repair", `11:50 ${back}`, ...END];
    expect(timesOf(lines)["mitigation_started"]).not.toBe("11:50");
  });

  it.each([
    "Restarted all collectors, logs flow but after a few minutes show the same error message",
    "Rolled back the release, but it did not help",
    "Failed over to the replica, however with the same result",
    "Restarted the proxies but there is no change",
    "Scaled the workers to 12, but no improvement",
  ])("is not one that its own words call useless: %s", (title) =>
    expect(stepIn(`10:30 ${title}`, "11:30 Rolled back the proxy")).toBe("11:30"),
  );

  it.each([
    "Decision made to discard the queue in memory",
    "Decided to halt the rollout",
    "We decide to switch to the backup provider",
    "The team agrees to disable the rate limiter",
    "Decision to roll back",
  ])("is the decision if no step is mentioned: %s", (title) => expect(stepIn(`11:00 ${title}`)).toBe("11:00"));

  it.each([
    "Rollback complete, image back to v1",
    "Rollback completed",
    "Rollback of the gateway finished",
    "Rollback is done",
  ])("started with its decision if only its end is mentioned: %s", (title) =>
    expect(stepIn("11:00 Decided to roll back the release", `11:05 ${title}`)).toBe("11:00"),
  );

  it.each([
    "Emergency fix released as v1.0.3",
    "Hotfix deployed to production",
    "The fix is live",
    "Patch with the fix was rolled out",
    "A fix was deployed everywhere",
  ])("is the live fix if no end is mentioned: %s", (title) =>
    expect(timesOf(["10:00 A customer reports wrong invoices", `11:00 ${title}`])["mitigation_started"]).toBe("11:00"),
  );
});

it.each([
  "Technician tries to start the generator by hand, without success",
  "Tried to force the failover, but the standby had no licence",
  "The array failed to repair itself",
])("a step that failed is never the one that helped: %s", (title) =>
  expect(stepIn(`10:20 ${title}`, "11:30 Load transferred to the other feed")).not.toBe("10:20"),
);

it("a post “Update” before the last one isn't the end", () => {
  const posts = [
    "10:00 Investigating: payouts fail",
    "11:00 Update: the bank has restored the connection",
    "12:00 Update: all sent",
  ];
  expect(timesOf(posts)["resolved"]).not.toBe("11:00");
});
