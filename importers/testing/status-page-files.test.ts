import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/index.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string, zone?: string) =>
  parseSource(textInput(text, "post.md"), zone ? { zone } : {}).events.map(({ at, title, kind }) => [
    at?.slice(0, 19) ?? "?",
    title,
    kind,
  ]);
const told = (text: string, zone?: string) => read(text, zone).map(([at, title]) => [at, title]);

const yaml = (fields: string, body: string) => `---\ntitle: Uploads fail\n${fields}\n---\n${body}\n`;
const toml = (fields: string, body: string) => `+++\ntitle = "Uploads fail"\n${fields}\n+++\n\n${body}\n`;
const START = "2026-03-21T08:01:05";

describe("the file of a status page", () => {
  it.each([
    ["tracks behind the words", `**Update**: Found. {{< track "2026-03-21T08:20:00Z" >}}`, "Update: Found."],
    ["tracks before the words", `{{< track "2026-03-21T08:20:00Z" >}}Found.`, "Found."],
    ["containers", "::: update Identified | 2026-03-21T08:20:00Z\nFound.\n:::", "Identified: Found."],
    ["bold heads with a bar", "**Identified | 2026-03-21 08:20 UTC** - Found.", "Identified: Found."],
    ["heads in italics", "*Identified | 03/21 08:20am UTC* - Found.", "Identified: Found."],
    ["heads with brackets", "**Identified (2026-03-21 08:20 UTC):** Found.", "Identified: Found."],
    ["underscores", "__Identified – 21 March 2026, 08:20 UTC__ Found.", "Identified: Found."],
  ])("with %s has its start and each update", (_form, update, title) => {
    const next = update.replaceAll("08:20", "09:40").replace("Found.", "It works again.");
    for (const text of [
      yaml(
        `date: ${START}Z\nseverity: down\naffected:\n  - api\nresolved: true`,
        `Clients get errors.\n\n${update}\n\n${next}`,
      ),
      toml(
        `date = ${START}Z\naffectedsystems = ["api"]\nresolved = true`,
        `Clients get errors.\n\n${update}\n\n${next}`,
      ),
    ])
      expect(told(text)).toEqual([
        [START, "Clients get errors."],
        ["2026-03-21T08:20:00", title],
        ["2026-03-21T09:40:00", title.replace("Found.", "It works again.")],
      ]);
  });

  it("is called by its title where no words are above the updates, and has its end", () => {
    const update = `*Resolved* - It works. {{< track "2026-03-21T08:40:00Z" >}}`;
    const text = yaml(
      `date: ${START}Z\nresolvedWhen: 2026-03-21T08:45:10Z\naffected:\n  - api`,
      `${update}\n\n${update.replace("08:40", "08:30")}`,
    );
    expect(
      told(text)
        .map(([at]) => at)
        .sort(),
    ).toEqual([START, "2026-03-21T08:30:00", "2026-03-21T08:40:00", "2026-03-21T08:45:10"]);
    expect(read(text).find(([at]) => at === START)?.[1]).toBe("Uploads fail");
  });

  it("without updates is one event with its end", () => {
    const text = yaml(
      `date: ${START}Z\nresolved: true\nresolvedWhen: 2026-03-21 10:00:00Z\naffected:\n  - api`,
      "The disk was full.",
    );
    expect(told(text)).toEqual([[START, "Uploads fail"]]);
    expect(parseSource(textInput(text, "post.md"), {}).events[0]?.endAt?.slice(0, 19)).toBe("2026-03-21T10:00:00");
  });

  it.each([
    ["a day alone", "date: 2026-03-21\naffected:\n  - api"],
    ["a write-up with its day of writing", "date: 2026-03-14T12:00:00Z\nauthor: Kim\ntags: [postmortem]"],
    ["the time of an update", "date: 2026-03-21T08:20:09Z\naffected:\n  - api"],
  ])("adds no start for %s", (_what, fields) => {
    const text = yaml(fields, "Clients get errors.\n\n- 2026-03-21 08:20 UTC found\n- 2026-03-21 09:40 UTC fixed");
    expect(told(text).map(([, title]) => title)).toEqual(["found", "fixed"]);
  });

  it("asks for nothing that Central and AZ time tell", () => {
    const text =
      "# Outage\n\n## Timeline\n\n- 2026-03-12 3:05pm Central - down\n- 3/12/2026 3:55 PM AZ time up again\n";
    expect(told(text)).toEqual([
      ["2026-03-12T20:05:00", "down"],
      ["2026-03-12T22:55:00", "up again"],
    ]);
    expect(
      told("# Outage 2026-03-12\n\n## Timeline\n\n- 3:05pm Central database down\n- 3:10pm up\n").map(([at]) => at),
    ).toEqual(["?", "?"]);
  });
});

describe("a chat in a code block", () => {
  it("has its messages, and lines with a label before their time", () => {
    const text =
      "### 3. 2026-03-21 09:45 Pager\n\n```\n[PAGER] 09:45 error rate above 5 %\nAssigned: @kim (on-call)\n\n[09:45] @kim: ack\n[09:47] @kim: looking at the queue\n[09:50] @kim: queue is stuck\n\n[09:56] @kim: closing page\n```\n";
    expect(told(text, "UTC")).toEqual([
      ["2026-03-21T09:45:00", expect.stringContaining("error rate above 5 %")],
      ["2026-03-21T09:45:00", "ack"],
      ["2026-03-21T09:47:00", "looking at the queue"],
      ["2026-03-21T09:50:00", "queue is stuck"],
      ["2026-03-21T09:56:00", "closing page"],
    ]);
  });

  it("stays code with as many lines of other text", () => {
    const text =
      "# Notes 2026-03-21\n\n```\n[09:45] @kim: ack\n[09:46] @kim: on it\n[09:47] @kim: x\nmake build\nmake test\nmake run\n```\n";
    expect(told(text, "UTC")).toEqual([]);
  });
});
