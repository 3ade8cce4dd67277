import { describe, expect, it } from "vitest";
import { timesOf } from "./told-lines.ts";

const causeIn = (change: string, later: string) =>
  timesOf([
    `09:30 ${change}`,
    "10:00 PagerDuty alert fires",
    `10:20 ${later}`,
    "10:40 Blocked the clients that retry",
    "10:50 Service is fully restored",
  ])["trigger_change"];

describe("the change that a later event blames by its name", () => {
  it.each([
    ["Version 12.2.0 released", "Incident declared because of a bad release"],
    ["Deployed checkout v311", "Errors are caused by the deployment"],
    ["Gateway 4.2 deployed to production", "Root cause identified: the release drops a header"],
    ["Config of the proxy changed", "Timeouts are due to the new configuration"],
    ["Firewall settings updated", "Traced to the settings of the firewall"],
    ["Updated the config of the proxy", "Culprit found: the config of the proxy"],
    ["Ran the schema migration of the orders table", "The table is locked because of the migration"],
    ["Deploy of search v7 finishes", "Crashes are triggered by the rollout"],
    ["Search v7 deployed", "The deploy is to blame"],
    ["Rolled out version 3 of the importer", "Introduced by the release of the importer"],
  ])("%s: %s", (change, later) => expect(causeIn(change, later)).toBe("09:30"));

  it.each([
    ["Version 12.2.0 released", "It might be because of the release"],
    ["Deployed checkout v311", "Suspicion that it is caused by the deployment"],
    ["Deployed checkout v311", "Errors are caused by a full disk"],
    ["Config of the proxy changed", "Errors are due to the failed migration"],
  ])("but not %s: %s", (change, later) => expect(causeIn(change, later)).toBeUndefined());
});
