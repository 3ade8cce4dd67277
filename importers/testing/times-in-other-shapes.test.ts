import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

describe("items that end in their time", () => {
  it.each([
    ["Export started (10:15 UTC)", "Export killed (10:40 UTC)"],
    ["Export started (at 10:15)", "Export killed (around 10:40)"],
    ["Export started — 10:15 UTC", "Export killed — 10:40 UTC"],
    ["Export started - 10:15", "Export killed - 10:40"],
    ["Export started (10:15 UTC).", "Export killed (10:40 UTC)."],
  ])("are events in any part: %s", (one, other) =>
    expect(times(`# Incident 2024-03-05\n\n- ${one}\n- ${other}\n`)).toEqual(["03-05 10:15", "03-05 10:40"]),
  );

  it("need a time in each of them", () =>
    expect(times("# Nightly jobs 2024-03-05\n\n- Backup job (10:15 UTC)\n- Reports\n- Mail (10:40 UTC)\n")).toEqual(
      [],
    ));
});

describe("a table with times in a later column", () => {
  const table = (header: string, rule: string, rows: string) => `# Sev1\n\n${header}\n${rule}\n${rows}\n`;
  const rows = ["| 1 | SRE | 05-Mar-2024 10:15 UTC | Alert |", "| 2 | Dev | 05-Mar-2024 10:40 UTC | Flag off |"].join(
    "\n",
  );

  it.each(["Details", "Event", "Description", "What happened", "Notes"])("that tells events as %s", (name) =>
    expect(times(table(`| # | Owner | Timestamp | ${name} |`, "|---|---|---|---|", rows))).toEqual([
      "03-05 10:15",
      "03-05 10:40",
    ]),
  );

  it("isn't one of values", () =>
    expect(times(table("| # | Owner | Timestamp | Bytes |", "|---|---|---|---|", rows))).toEqual([]));

  it.each([
    "# Sev1 05-Mar-2024\n\n| # | Timestamp | Details |",
    "Sev1, 05-Mar-2024, by Kim\n\n| # | Timestamp | Details |",
  ])("isn't CSV", (head) => {
    const text = `${head}\n|---|---|---|\n| 1 | 05-Mar-2024 10:15 UTC | Alert |\n`;
    expect(parseSource(textInput(text, "pm.md"), {}).format).toBe("notes");
  });
});

describe("a log in code", () => {
  const log = "```\n2024-03-05T10:15:07Z ERROR no space left\n2024-03-05T10:40:41Z INFO resized\n```";

  it("is read if the text has no other times", () =>
    expect(times(`# Disk full\n\n## Logs\n\n${log}\n`)).toEqual(["03-05 10:15", "03-05 10:40"]));

  it("is context next to a timeline", () =>
    expect(times(`# Disk full 2024-03-05\n\n- 10:10 Page\n- 10:50 Over\n\n${log}\n`)).toEqual([
      "03-05 10:10",
      "03-05 10:50",
    ]));

  it("isn't read if some lines have no time", () =>
    expect(times(`# Disk full\n\n${log.replace("2024-03-05T10:40:41Z INFO", "at")}\n`)).toEqual([]));
});

describe("stamps of systems", () => {
  it.each([
    ["seconds", "1709633700 node-2 unreachable", "1709635200 failover completed"],
    ["seconds with decimals", "1709633700.123 node-2 unreachable", "1709635200.5 failover completed"],
    ["TAI64N", "@4000000065e6f0b51a2b3c4d starting", "@4000000065e6f6b300000000 failed"],
    [
      "a hardcopy of z/OS",
      "N 4000000 SYS1     24065 10:15:03.12 JOB01234 00000090  $HASP373 PAYROLL STARTED",
      "N 4000000 SYS1     24065 10:40:44.90 JOB01234 00000090  IEF450I PAYROLL - ABEND=S0C7",
    ],
    [
      "errpt on AIX",
      "A924A5FC   0305101524 P S SYSPROC        SOFTWARE PROGRAM ABNORMALLY TERMINATED",
      "DE3B8540   0305104024 P H hdisk0         PATH HAS FAILED",
    ],
  ])("are read: %s", (_name, ...lines) =>
    expect(times(`${lines.join("\n")}\n`, "log.txt")).toEqual(["03-05 10:15", "03-05 10:40"]),
  );

  it.each([
    ["1709635200 orders", "1709633700 orders"],
    ["1709633700 orders", "1709633700 orders"],
    ["1709633700 orders", "12 customers"],
  ])("aren't numbers that don't rise: %s, %s", (...lines) => expect(times(`${lines.join("\n")}\n`)).toEqual([]));
});
