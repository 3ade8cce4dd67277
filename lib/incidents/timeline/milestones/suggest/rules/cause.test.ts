import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const causeIn = (change: string, later: string) =>
  timesOf([
    `09:30 ${change}`,
    "10:00 PagerDuty alert fires",
    `10:20 ${later}`,
    "10:40 Blocked the clients that retry",
    "10:50 Service is fully restored",
  ])["trigger_change"];

describe("the change that a later event names as the cause", () => {
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
  ])("is “%s” before “%s”", (change, later) => expect(causeIn(change, later)).toBe("09:30"));

  it.each([
    ["Version 12.2.0 released", "It might be because of the release"],
    ["Deployed checkout v311", "Suspicion that it is caused by the deployment"],
    ["Deployed checkout v311", "Errors are caused by a full disk"],
    ["Config of the proxy changed", "Errors are due to the failed migration"],
  ])("but not %s: %s", (change, later) => expect(causeIn(change, later)).toBeUndefined());
});

describe("one change that two sources tell", () => {
  const told = (...changes: string[]) =>
    timesOf([
      ...changes,
      "10:00 PagerDuty alert fires",
      "10:20 Incident declared because of a bad release",
      "10:50 Service is fully restored",
    ])["trigger_change"];

  it("counts once at its instant, and twice elsewhere", () => {
    expect(told("09:30 Released version 12 of checkout", "09:30 Deployed checkout 12")).toBe("09:30");
    expect(told("09:30 Released version 12 of checkout", "09:40 Deployed search 7")).toBeUndefined();
  });
});

describe("a change that was rolled back later", () => {
  const told = (change: string, back: string) =>
    timesOf([
      `09:30 ${change}`,
      "09:52 Alert fires: error rate above 5%",
      `10:10 ${back}`,
      "10:20 Errors are back to normal",
    ])["trigger_change"];

  it.each([
    ["Ansible applies max_wal_size = 16GB", "max_wal_size reverted to 2GB"],
    ["Configuration change is made to the second region", "Rollback of the configuration change is initiated"],
    ["The new rule goes out to all edges", "Rule rolled back"],
    ["image checkout-api set to 4711", "Rolled back checkout-api"],
    ["Release 88 reaches the fleet", "Release rolled back"],
  ])("is found for “%s”", (change, back) => expect(told(change, back)).toBe("09:30"));

  it.each([
    ["Checkout 2.31 deployed", "Rollback to v2.30.4 started"],
    ["New build deployed to production", "Rolled back to version 11"],
    ["Deployed the basket service", "Rollback to the previous release started"],
    ["Shipped the September release", "We rolled back to release 8"],
    ["Deployed search to all regions", "Reverted to the last good image"],
    ["Importer deployed", "Started the rollback to build 4710"],
    ["Deploy of the mobile API finishes", "Rolled back to 4.1.9"],
    ["Gateway rolled out", "Rollback to tag v7.2 complete"],
    ["New frontend deployed", "Rolling back to the older version"],
    ["Deployed pricing", "Reverted back to v3.9.0"],
  ])("is the only deploy before a rollback to a version: %s", (change, back) =>
    expect(told(change, back)).toBe("09:30"),
  );

  it.each([
    ["Disk of db-3 replaced", "Rollback to v2.30.4 started"],
    ["Deployed checkout", "The limit was set back to 40%"],
    ["Deployed checkout", "We thought about a rollback to v2.30.4"],
  ])("is not %s before %s", (change, back) => expect(told(change, back)).toBeUndefined());

  it("is not one of two deploys", () => {
    const lines = [
      "09:10 Deployed pricing",
      "09:30 Deployed the basket service",
      "09:52 Alert fires: error rate above 5%",
      "10:10 Rollback to v2.30.4 started",
      "10:20 Errors are back to normal",
    ];
    expect(timesOf(lines)["trigger_change"]).toBeUndefined();
  });

  it("is not one that only shares a size", () =>
    expect(told("First 100G card flaps", "Rolled the firmware of the 100M card back")).toBeUndefined());

  it("is neither of two similar ones", () => {
    const lines = [
      "09:20 Rule for the north goes out",
      "09:30 Rule for the south goes out",
      "09:52 Alert fires",
      "10:10 Rule rolled back",
    ];
    expect(timesOf(lines)["trigger_change"]).toBeUndefined();
  });
});

describe("the only change right before the trouble", () => {
  const after = ["09:40 Users cannot sign in", "09:50 Alert fires: sign-ins failing", "10:20 Sign-ins work again"];

  it.each(["Deployed auth 4.2", "Upgraded the database to 15", "Schema migration completed"])("is “%s”", (change) =>
    expect(timesOf([`09:35 ${change}`, ...after])["trigger_change"]).toBe("09:35"),
  );

  it.each(["09:10 Deployed auth 4.2", "09:36 Bo looks at a dashboard"])("not %s", (line) =>
    expect(timesOf([line, ...after])["trigger_change"]).toBeUndefined(),
  );

  it("is neither of two", () =>
    expect(
      timesOf(["09:33 Deployed auth 4.2", "09:35 Deployed the shop", ...after])["trigger_change"],
    ).toBeUndefined());
});

describe("a change that was stopped after the trouble started", () => {
  const told = (change: string, stop: string) =>
    timesOf([
      `09:30 ${change}`,
      "09:52 Checkout requests time out",
      "09:55 Alert fires: error rate above 5%",
      `10:10 ${stop}`,
      "10:20 Errors are back to normal",
    ])["trigger_change"];

  it.each([
    ["Start of the release 2024.3 including a schema migration", "Release manager aborts the migration"],
    ["Migration of the orders table starts", "Ana cancels the migration"],
    ["Rollout of v7 started", "We stop the rollout"],
    ["Upgrade of the database begins", "The upgrade was aborted"],
    ["Deployment of search 12 to all regions started", "Deployment halted"],
    ["Nightly migration job kicks off", "Killed the migration"],
    ["Deploying 4.2 to the fleet", "Halted the deploy"],
    ["Release 88 starts to reach users", "Release stopped"],
    ["Maintenance of the storage cluster starts", "Maintenance cancelled"],
    ["Started the schema migration", "Interrupted the migration by hand"],
  ])("is “%s” before “%s”", (change, stop) => expect(told(change, stop)).toBe("09:30"));

  it.each([
    ["Version 7 announced on the blog", "We stop the rollout"],
    ["Migration of the orders table starts", "We consider stopping the migration"],
    ["Migration of the orders table starts", "Nobody can stop the migration"],
  ])("but not %s: %s", (change, stop) => expect(told(change, stop)).toBeUndefined());
});

it.each(["Unplanned outage of all phones", "Unplanned loss of the north ring", "Accidental outage of the portal"])(
  "the outage itself isn't its cause: %s",
  (title) =>
    expect(timesOf([`09:30 ${title}`, "09:40 Alert fires", "10:20 All is well"])["trigger_change"]).toBeUndefined(),
);
