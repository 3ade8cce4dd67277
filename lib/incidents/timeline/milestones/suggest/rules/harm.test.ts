import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { suggestMilestones } from "../suggest-milestones.ts";

const event = (time: string, kind: EventKind, title: string) => ({
  id: title,
  at: `2025-06-10T${time}:00Z`,
  precision: "minute" as const,
  kind,
  title,
});
const mitigationAfter = (act: string, ...later: string[]) =>
  suggestMilestones(
    [
      event("08:00", "metric_shift", "Database load rises"),
      event("08:30", "paged", "On-call is paged: replication lags"),
      event("09:00", "data_change", act),
      ...later.map((title, place) => event(`1${place}:00`, "observation", title)),
      event("15:00", "resolved", "Incident resolved"),
    ],
    {},
  ).find(({ name }) => name === "mitigation_started")?.eventId;

describe("an action that did the harm isn't a mitigation", () => {
  it.each([
    ["Removal of the data directory on db1 is stopped", "Database restored from the copy in staging"],
    ["Data directory removed on the primary", "The data was restored from a snapshot"],
    ["Dropped the accounts table", "Restored the table from the backup of the night"],
    ["Volume of the tenant deleted", "Recovery of the volume from last night's snapshot begins"],
    ["The script wipes 400 customer databases", "All databases are recovered"],
    ["Deleted the rows of the wrong tenant"],
    ["Truncated the orders table by mistake"],
    ["Accidentally removed the production bucket"],
    ["Deleted the directory in the belief that it is the secondary"],
    ["Inadvertently wiped the disks of the primary"],
  ])("leaves out “%s”", (act, ...later) => expect(mitigationAfter(act, ...later)).not.toBe(act));

  it.each([
    ["Deleted the stuck jobs", "Queue is healthy"],
    ["Purged the cache", "Service restored"],
    ["Removed old log files to free space", "Disk usage is back to normal"],
    ["Deleted the duplicate rows", "Checkout works again"],
  ])("but %s is, if nothing had to be restored", (act, ...later) => expect(mitigationAfter(act, ...later)).toBe(act));
});
