import { describe, expect, it } from "vitest";
import { timesOf } from "./told-lines.ts";

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

  it("is the restart where it failed between", () => {
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
  ])("is that of which it is said: %s", (title) =>
    expect(timesOf([...BEGIN, `11:00 ${title}`, "11:50 Upgraded the chart, issue permanently fixed"])).toMatchObject({
      mitigation_started: "11:00",
      mitigated: "11:00",
    }),
  );

  it("is not over while something else is missing too", () => {
    const lines = [
      "11:00 Ana restores the index",
      "11:05 Bo points out that orders are also missing",
      "11:40 Restarted the indexer",
    ];
    expect(stepIn(...lines)).toBe("11:40");
  });

  it("is no field that states the end", () => {
    expect(timesOf(["10:00 First detected", "11:00 Repaired", "12:00 Resolved"])).toEqual({
      detected: "10:00",
      mitigated: "11:00",
      resolved: "12:00",
    });
  });
});
