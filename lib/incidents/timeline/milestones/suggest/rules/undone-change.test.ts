import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const causeIn = (change: string, later: string, ...between: string[]) =>
  timesOf([
    `09:10 ${change}`,
    "09:52 Alert fires: error rate above 5%",
    ...between,
    `10:10 ${later}`,
    "10:20 Errors are back to normal",
  ])["trigger_change"];

describe("a change whose opposite was done later", () => {
  it.each([
    ["A cost based planner path was enabled", "Fix deployed by disabling the planner path and restarting nodes"],
    ["Enabled compression for the invoice exports", "Disabled compression for the invoice exports"],
    ["Turned on the sticky sessions of the proxy", "Turned off the sticky sessions again"],
    ["Switched the read cache on for all shops", "Switched off the read cache for all shops"],
    ["Added the geo filter to the edge config", "Removed the geo filter, errors stop"],
    ["Introduced a unique index on the bookings table", "Dropped the unique index of the bookings table"],
    ["Raised the connection limit of the pool to 900", "Lowered the connection limit of the pool to 300"],
    ["Increased worker concurrency to 64", "Reduced worker concurrency to 16"],
    ["Disabled keepalive connections on the balancer", "Enabled keepalive connections on the balancer"],
    ["Reduced the memory limit of the importer to 1 GB", "Increased the memory limit of the importer to 4 GB"],
  ])("is “%s” before “%s”", (change, later) => expect(causeIn(change, later)).toBe("09:10"));

  it.each([
    ["Enabled compression for the invoice exports", "Disabled the crawler"],
    ["Enabled compression for the invoice exports", "We could disable compression for the invoice exports"],
    ["Raised the connection limit of the pool", "Raised the connection limit of the pool again"],
    ["Increased error rate of the search cluster", "Reduced error rate of the search cluster"],
    ["Added a node to the search cluster", "Lowered the limit of the search cluster"],
  ])("but not %s: %s", (change, later) => expect(causeIn(change, later)).toBeUndefined());

  it("is neither of two such", () =>
    expect(
      timesOf([
        "09:10 Enabled compression for exports in the north",
        "09:20 Enabled compression for exports in the south",
        "09:52 Alert fires: error rate above 5%",
        "10:10 Disabled compression for exports",
        "10:20 Errors are back to normal",
      ])["trigger_change"],
    ).toBeUndefined());
});

describe("the only change before a rollback that doesn't say of what", () => {
  it.each([
    ["Deployed the local folder", "Rolled back from backup"],
    ["Deployed checkout 2.31", "Rollback performed."],
    ["Config of the proxy changed", "We rolled back"],
    ["Schema migration completed", "Reverted the change"],
    ["Upgraded the database to 15", "Rolled everything back"],
    ["Deployed pricing", "Time is short. Rollback started."],
    ["Released version 12 of the shop", "Mara reverted the commit"],
    ["Changed the timeout of the gateway to 5 s", "Change was reverted"],
    ["Applied the new firewall config", "Rolled it back by hand"],
    ["New TLS settings were deployed", "The rollback was completed"],
  ])("is “%s” before “%s”", (change, later) => expect(causeIn(change, later)).toBe("09:10"));

  it.each([
    ["Config of the proxy changed", "Rolled back the checkout release"],
    ["Disk of db-3 fills up", "Rollback performed."],
    ["Deployed search 7", "We did not roll back"],
  ])("but not %s: %s", (change, later) => expect(causeIn(change, later)).toBeUndefined());

  it("is none if something else was changed since", () => {
    expect(
      causeIn("Deployed pricing", "Rolled back", "10:00 Changed the timeout of the gateway to 5 s"),
    ).toBeUndefined();
    expect(causeIn("Deployed pricing", "Rolled back", "10:00 Bo looks at the logs")).toBe("09:10");
  });
});
