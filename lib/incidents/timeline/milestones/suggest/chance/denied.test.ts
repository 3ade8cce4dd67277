import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const BEGIN = ["10:00 Users cannot sign in", "10:05 PagerDuty alert fires"];
const END = "10:40 Sign-ins work again, incident resolved";
const stepIn = (...lines: string[]) => timesOf([...BEGIN, ...lines, END])["mitigation_started"];

describe("the first step of the mitigation", () => {
  it.each([
    "Decision to postpone the failover to the second site",
    "We decided to hold off on the rollback",
    "The team decides not to restart the cluster",
    "Operations decided to wait for the carrier to repair the line",
    "Leads decided against a failover",
    "It was decided to defer the restart until the night",
    "Decided to leave the old release in place",
    "Crisis team decides to delay the switch to the spare turbine",
    "We opted not to fail over to the standby",
    "The board chose to put off the rollback",
  ])("isn't a decision to do nothing yet: %s", (title) => expect(stepIn(`10:20 ${title}`)).not.toBe("10:20"));

  it.each([
    "Final memory leak fixed in release 41 and deployed",
    "The last of the broken replicas was rebuilt",
    "Last remaining node restarted",
    "The remaining two servers were rebooted",
    "Final fix for the queue deployed",
    "Last batch of tills restarted",
    "The final patch is rolled out to all shops",
    "Remaining switches were restarted",
  ])("isn't the last of several: %s", (title) => expect(stepIn(`10:20 ${title}`)).not.toBe("10:20"));

  it.each([
    ["We restarted the virtual machines", "The virtual machines were successfully restarted"],
    ["Rebooted the storage node", "Storage node rebooted successfully"],
    ["Started to restore the database from the backup", "The database was successfully restored from the backup"],
    ["Rollback to release 40 started", "Release 40 was rolled back successfully"],
    ["Restart of all tills begins", "All tills have been restarted successfully"],
    ["Technicians are replacing the failed disk", "The failed disk was successfully replaced"],
    ["We start to migrate the mailboxes to the new host", "All mailboxes successfully migrated to the new host"],
  ])("is what started it, and not that it was done: %s", (first, done) =>
    expect(stepIn(`10:15 ${first}`, `10:30 ${done}`)).not.toBe("10:30"),
  );

  it.each([
    "Rebooted the firewall // It no longer responded after that.",
    "We restarted the cluster // One of the nodes no longer answers.",
    "Replaced the line card // This made things worse.",
    "Restarted the broker // It did not come back up.",
    "Moved the shop to the second site // Capacity dropped to 30%.",
    "Power-cycled the switch // The switch failed to boot.",
    "Restarted the print server // It never came back.",
  ])("isn't an act that made it worse: %s", (line) => expect(stepIn(`10:20 ${line}`)).not.toBe("10:20"));

  it.each([
    "We decided to fail over to the second site",
    "Successfully restarted the scheduler",
    "Restarted the scheduler // It responds again.",
    "Rolled back to release 41, the last one that worked",
  ])("can be: %s", (title) => expect(stepIn(`10:20 ${title}`)).toBe("10:20"));
});

describe("the relief", () => {
  it.each([
    "Manual recovery initiated; process manager restored",
    "Restore of the database started, two of nine tables restored",
    "Recovery began with the mail servers",
    "Failover initiated, first services restored",
    "Rebuild of the array started; controller restored",
    "Repair started, old cable removed, feed restored",
    "Restoration initiated, DNS recovered",
  ])("isn't the start of a recovery before a later one: %s", (title) =>
    expect(timesOf([...BEGIN, `10:20 ${title}`, END])["mitigated"]).not.toBe("10:20"),
  );
});
