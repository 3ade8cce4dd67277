import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, textInput } from "#importers/testing/fixtures.ts";

const at = "2024-03-05T14:20:00Z";
const titleOf = (record: object): string | undefined => parseSource(jsonInput(record), {}).events[0]?.title;

describe("a record that only has a name", () => {
  it.each([
    [
      "a build",
      { project: { name: "shop/api" }, build: { name: "shop/api", status: "failed", finished_at: at } },
      "shop/api: failed",
    ],
    [
      "a stage",
      { pipeline: { name: "shop-api", stage: { name: "tests", result: "Failed", created_at: at } } },
      "failed",
    ],
    ["a run", { name: "nightly-sync", started_at: at, conclusion: "success" }, "nightly-sync: success"],
    ["a job", { job: "nightly-sync", started_at: at, status: "aborted" }, "aborted"],
    ["a cancelled deploy", { name: "shop-web", startedAt: at, state: "CANCELLED" }, "shop-web: cancelled"],
  ])("has its result in the title: %s", (_what, record, expected) => {
    expect(titleOf(record)).toContain(expected);
  });

  it.each([
    ["it says so itself", { name: "nightly-sync-failed", started_at: at, status: "failed" }, "nightly-sync-failed"],
    [
      "it has words",
      { title: "Nightly sync of the shop", started_at: at, status: "failed" },
      "Nightly sync of the shop",
    ],
    ["nothing is over", { name: "nightly-sync", started_at: at, status: "queued" }, "nightly-sync"],
  ])("keeps its title if %s", (_what, record, expected) => {
    expect(titleOf(record)).toBe(expected);
  });
});

describe("a title", () => {
  const signature = "Possible shell injection in a header";

  it.each([
    [
      "bytes in base64",
      { timestamp: at, payload: "21YW5kXBtgdW5zIGRlcHJY2F0QgYWI", alert: { signature, severity: 1 } },
    ],
    ["padded bytes", { timestamp: at, payload: "aGVsMG8gdzBYbGQgYWdBaW4hMTIz==", alert: { signature } }],
    [
      "a signed body",
      { timestamp: at, signature: "sha256=9f86d081884c7d659a2feaa0c55ad015", alert: { message: signature } },
    ],
  ])("is never %s", (_what, record) => {
    expect(titleOf(record)).toBe(signature);
  });

  it("can be words joined together", () => {
    expect(titleOf({ timestamp: at, alertname: "KubePodCrashLooping15mOnNode2" })).toContain(
      "KubePodCrashLooping15mOnNode2",
    );
  });
});

describe("a table without column names", () => {
  it.each([
    ["bars", " | "],
    ["semicolons", ";"],
  ])("doesn't get JSON as a title if another column has text: %s", (_what, sign) => {
    const rows = ["BranchAdded", "BranchRemoved", "RepositoryCreated"].map((name, minute) =>
      [
        "10.0.0.1",
        name,
        "ann",
        `17096484${minute}0000`,
        `{"id":${minute},"value":"refs/heads/a-long-name"}`,
        "@8KJQ",
      ].join(sign),
    );
    const { events } = parseSource(textInput(`${rows.join("\n")}\n`, "audit.csv"), {});
    expect(events.map(({ title }) => title)).toEqual(["BranchAdded", "BranchRemoved", "RepositoryCreated"]);
    expect(events[0]?.body).toContain("refs/heads/a-long-name");
  });
});

describe("a log that looks like a chat", () => {
  it("keeps a line that doesn't name a part of the program", () => {
    const log = [
      "[2024-03-05T14:20:13.120Z] I daemon: disk appears",
      "[2024-03-05T14:21:13.592Z] I daemon: disk is mounted",
      "[2024-03-05T14:22:12.253Z] *** QUOTA EXCEEDED ***",
      "[2024-03-05T14:23:13.314Z] I daemon: disk is gone",
      "[2024-03-05T14:24:13.314Z] I daemon: disk is back",
    ].join("\n");
    const { events } = parseSource(textInput(log, "daemon.log"), {});
    expect(events.map((event) => event.at?.slice(14, 16))).toEqual(["20", "21", "22", "23", "24"]);
    expect(events[2]).toMatchObject({ title: "*** QUOTA EXCEEDED ***", actor: null });
  });
});
