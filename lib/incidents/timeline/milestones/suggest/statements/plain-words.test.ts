import { describe, expect, it } from "vitest";
import { captionOf, plainSayings } from "./plain-words.ts";
import type { Saying } from "./saying.ts";

const SAID: readonly [Saying, readonly string[]][] = [
  [
    "well",
    [
      "The feed is back online",
      "Ledger posting resumed",
      "Blocks are being produced normally",
      "The tills are printing again",
      "Recovery of the archive node completed",
      "Exports run at their usual speed",
      "All clear from the field team",
      "Ferry booking returns 200",
      "Consensus restored across validators",
      "Uptime check says-so: site healthy",
      "Cluster is up and running",
    ],
  ],
  [
    "partly_well",
    [
      "Most tenants recovered",
      "Some of the ferries are back in service",
      "Partially restored: read paths only",
      "Imports resumed at half speed",
      "Slowly the queues are back to normal",
    ],
  ],
  [
    "heard",
    [
      "The night shift notices empty shelves in the app",
      "We were notified of failing lookups",
      "StatusCake reports that the shop is offline",
      "The page fires and nobody sees it",
      "A supplier flagged wrong totals",
      "Alarm went off in the control room",
      "Second-line support raised it with us",
      "Monitoring triggered on queue age",
      "Bo spotted gaps in the chart",
      "We became aware of failed payouts",
    ],
  ],
  [
    "harmed",
    [
      "The ferry portal suffered an outage from nine",
      "We experienced slowness in searches",
      "Checkout went down",
      "502 begins",
      "The tills became unreachable",
      "System froze",
      "The ledger is unavailable for all branches",
      "Downtime starts",
      "Members were experiencing login problems",
      "Printing is down",
      "Branches were unable to post payments",
    ],
  ],
  [
    "eased",
    [
      "0 errors in the last five minutes",
      "Zero timeouts since 10:05",
      "No more reports came in",
      "Errors cleared",
      "All 5xx gone; errors stopped",
      "Twelve failed units reset",
      "Last checkout errors observed",
      "Last timeout seen",
      "Stuck jobs were restarted",
      "No new crashes",
    ],
  ],
  [
    "acts",
    [
      "Hardware reset issued from the console",
      "A reset was initiated by the host",
      "gh-442 lands",
      "Correction pushed live",
      "Team halts both pools",
      "Repo flipped back to private",
      "Mia kills the importer",
      "The certificate was renewed",
      "1.7 GB reclaimed by rotating logs",
      "Carlo takes the old relay offline",
      "Pinned and rolled it back",
    ],
  ],
  ["announces", ["Announced the recovery on Discord", "Posted that we are back", "Partners informed of the end"]],
  ["bad", ["Wrong block generated", "The portal is offline", "Block production stalled", "500 on every list call"]],
  [
    "bad",
    [
      "We lost connectivity at the data center",
      "All connectivity was lost",
      "Ana noticed that the connection was lost",
      "Two racks lost power",
      "The building lost all network access",
      "Power is lost in hall 2",
      "We are losing connectivity to the region",
      "The link loses connection",
      "Connections were lost in all regions",
      "We noticed intermittent connectivity at the office",
    ],
  ],
];

describe.each(SAID)("%s", (saying, titles) => {
  it.each(titles)("is read in “%s”", (title) => expect(plainSayings(title)).toContain(saying));
});

const NOT_SAID: readonly [Saying, readonly string[]][] = [
  [
    "harmed",
    [
      "Checkout went down again",
      "She asks whether the site is down",
      "Whilst the node was down for maintenance we upgraded it",
      "It may become unavailable",
      "Printing is down no more: resolved",
    ],
  ],
  [
    "well",
    [
      "Not yet back online",
      "We expect to be back to normal by noon",
      "Waiting for the pods to come back online",
      "The provider says it has recovered",
      "Most tenants recovered",
      "187 GB of space has been recovered",
      "Recovery begins",
      "If it is resolved by then we stay",
      "Trying to get it back online",
      "Sent the recovered funds to the treasury",
    ],
  ],
  [
    "heard",
    [
      "Nobody noticed that the queue grew",
      "Customers are informed that exports fail",
      "The gateway starts reporting timeouts in its log",
      "Users were notified",
      "Incident report for the ferry portal",
      "Clients are warned of delays",
    ],
  ],
  [
    "bad",
    ["Tests to look for consensus issues", "A partial upgrade may cause errors", "Added a cap to prevent an outage"],
  ],
  ["acts", ["Bo suggests a restart", "We plan to restart it", "Did not restart", "Attempts to delete the backups"]],
];

describe.each(NOT_SAID)("not %s", (saying, titles) => {
  it.each(titles)("is read in “%s”", (title) => expect(plainSayings(title)).not.toContain(saying));
});

it.each([
  ["investigating", "investigating"],
  ["Resolved - all fine", "resolved"],
  ["Status: Monitoring", "monitoring"],
  ["Update: still slow", "update"],
  ["In progress", "in progress"],
  ["Investigating the logs", null],
  ["Resolved the lock", null],
])("the caption of “%s” is %s", (title, caption) => expect(captionOf(title)).toBe(caption));
