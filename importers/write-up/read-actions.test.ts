import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActions } from "./read-actions.ts";

const titles = (text: string) => readActions(text).map(({ title }) => title);

describe("action items of a write-up", () => {
  it("are the items below their heading, with continued lines and without nested items", () => {
    const text =
      "# Review\n\n- not this\n\n## Follow-ups\n\n- Add alerts\n  for the queue\n  - on both sides\n- [x] Write it down\n\n## Lessons\n\n- nor this";
    expect(readActions(text)).toMatchObject([
      { line: 7, title: "Add alerts for the queue", status: null },
      { line: 10, title: "Write it down", status: "done" },
    ]);
  });

  it("are the rows of a table of actions anywhere, by the names of its columns", () => {
    const text =
      "Intro\n\n| Action Item | Type | Owner | Due | Bug | Status |\n|---|---|---|---|---|---|\n| Test restores | Prevent | @ana | 2026-05-01 | https://git.example.com/a/b/issues/12 | DONE |\n| Name a lead | | | | | |";
    expect(readActions(text)).toMatchObject([
      {
        line: 5,
        title: "Test restores",
        type: "Prevent",
        owner: "@ana",
        due: "2026-05-01",
        ticket: "12",
        status: "done",
      },
      { line: 6, title: "Name a lead", type: null, owner: null, due: null, ticket: null, status: null },
    ]);
  });

  it("have a title without the owner and the date at its end, if nothing else is there", () => {
    const said = [
      "Add an alert (owner: Dana Kim, due: 2024-05-01)",
      "Test restores (owner: Dana)",
      "Write a runbook - due by 2024-05-01",
      "Split the queue — owner: @ana",
      "Keep this (owner: Dana, see the runbook)",
      "Keep that (assigned to: Lee) (owner: Dana)",
      "owner: Dana",
    ];
    expect(readActions(`## Action items\n\n${said.map((one) => `- ${one}`).join("\n")}`)).toMatchObject([
      { title: "Add an alert", owner: "Dana Kim", due: "2024-05-01" },
      { title: "Test restores", owner: "Dana" },
      { title: "Write a runbook", due: "2024-05-01" },
      { title: "Split the queue", owner: "@ana" },
      { title: "Keep this (owner: Dana, see the runbook)" },
      { title: "Keep that (assigned to: Lee) (owner: Dana)", owner: "Lee" },
      { title: "owner: Dana", owner: "Dana" },
    ]);
  });

  it("are numbered headings below such a heading", () => {
    const text = "# Resulting Action\n\n#### 1) Cron cleanup `@malte_j`\n\nWords.\n\n#### 2) Alerts\n";
    expect(readActions(text)).toMatchObject([
      { title: "Cron cleanup", owner: "@malte_j" },
      { title: "Alerts", owner: null },
    ]);
  });

  it.each([
    ["Fix the cache. Done.", "done"],
    ["Fix the cache (done)", "done"],
    ["✅ Fix the cache", "done"],
    ["Fix the cache T243955 Done.", "done"],
    ["Know when an incident is resolved.", null],
    ["Get it done right", null],
  ])("reads “%s” as %s", (item, status) => {
    expect(readActions(`## Action items\n- ${item}`)[0]?.status).toBe(status);
  });

  it.each([
    ["OPS-12 Add a limit", "OPS-12"],
    ["Add a limit, see T244843", "T244843"],
    ["Add a limit (acme/shop#48)", "acme/shop#48"],
    ["Add a limit https://git.example.com/acme/shop/issues/48", "48"],
    ["Add a limit", null],
  ])("the ticket of %s is %s", (item, ticket) => {
    expect(readActions(`## Action items\n- ${item}`)[0]?.ticket).toBe(ticket);
  });

  it.each([
    "## Conclusions - what we plan to change",
    "## How will we prevent this?",
    "## What's next",
    "## Still open",
    "## Remaining work",
    "## Prevention",
    "## Moving forward",
    "## Long-term fixes",
    "Maßnahmen:",
    "## Acciones correctivas",
    "## 再発防止",
    "## Pendientes de seguimiento",
    "What are we doing to prevent it from happening again?",
  ])("are below %s", (title) => {
    expect(titles(`# Review\n\n${title}\n\n- Cap the queue\n- Page sooner`)).toEqual(["Cap the queue", "Page sooner"]);
  });

  it("are lines without marks if each is a sentence of its own", () => {
    expect(titles("## Improvements\nCap the queue.\nPage sooner.")).toEqual(["Cap the queue.", "Page sooner."]);
    expect(titles("Tasks:\nCap the queue\nPage sooner\nLinks:\nThe runbook\nThe board")).toEqual([
      "Cap the queue",
      "Page sooner",
    ]);
    expect(titles("## Improvements\nWe want to look at the queue and\nat how it is capped.")).toEqual([]);
  });

  it("are parts with one short paragraph below a heading for actions", () => {
    const text =
      "## Action items\n\n### Build\n\nLimit the memory of\nbuild pods.\n\n### Process\n\n1. Name a lead\n\n### Mitigation\n\nNone.\n\n### Why\n\nWords.\n\nMore words of the same.\n\n## Lessons\n\n### One\n\nTake care of builds.";
    expect(titles(text)).toEqual(["Limit the memory of build pods.", "Name a lead"]);
  });

  it("are bold items whose nested items are parts of them", () => {
    const text =
      "## Follow-Up Actions\n\n1. **Enhance the monitoring**\n   - **Description:** Watch the routes.\n\n2. **Test the failover**\n   - **Description:** Drill it.\n\n## Resolution and Mitigation Steps\n\n- Moved the traffic";
    expect(titles(text)).toEqual(["Enhance the monitoring", "Test the failover"]);
  });

  it.each([
    "Plan",
    "Preventing the issue from happening again / What we have learnt",
    "How are we going to prevent this?",
    "Changes we are making",
    "Proposed changes",
    "What happens next",
    "Long-term",
    "Bugs filed",
    "Medidas correctivas",
    "行动项",
  ])("are below %s", (title) => {
    expect(titles(`## ${title}\n- Add a limit`)).toEqual(["Add a limit"]);
  });

  it.each(["Stabilization Steps", "Steps to Resolution", "Resolution steps", "How we fixed it", "Recovery actions"])(
    "are not below %s",
    (title) => {
      expect(titles(`## ${title}\n- Added a limit`)).toEqual([]);
    },
  );

  it("are items with list marks of other markup languages", () => {
    expect(titles("Follow-ups\n==========\n\n#. Cap the queue\n#. Page sooner")).toEqual([
      "Cap the queue",
      "Page sooner",
    ]);
    expect(titles("== Follow-ups\n\n. Cap the queue\n. Page sooner")).toEqual(["Cap the queue", "Page sooner"]);
  });

  it("aren't steps of the response, or a timeline", () => {
    expect(titles("## Actions taken\n- restarted it\n## Timeline of actions\n- 14:05 restarted it")).toEqual([]);
  });

  it("never throws, and names lines of the text", () => {
    let actions = 0;
    const part = fc.constantFrom(
      "## Action items",
      "- [ ] a task",
      "| Action | Owner |",
      "|---|---|",
      "| x | y |",
      "words",
      "",
      "   - nested",
      "#### 1) one",
      "**Next steps:**",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 6, arbitrary: part }, fc.string()), { maxLength: 25 }), (lines) => {
        for (const { line } of readActions(lines.join("\n"))) {
          actions += 1;
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines.join("\n").split("\n").length);
        }
      }),
    );
    expect(actions).toBeGreaterThan(10);
  });
});
