import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FIXTURES = join(ROOT, "fixtures/imports");
const folder = mkdtempSync(join(tmpdir(), "afterword-cli-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "bin/afterword.mjs"), ...args], {
    encoding: "utf8",
    cwd: ROOT,
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

const builds = () => readdirSync(join(ROOT, "dist/cli")).filter((name) => !name.startsWith("."));

describe("afterword parse", () => {
  it("prints one JSON object and nothing else", () => {
    const { status, stdout, stderr } = run(["parse", join(FIXTURES, "pagerduty/fictional-log-entries.json"), "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const printed = JSON.parse(stdout);
    expect(Object.keys(printed)).toEqual(["format", "events", "rejects", "context", "milestones"]);
    expect(printed.milestones).toContainEqual({ name: "detected", at: expect.stringMatching(/^2026-03-04T/) });
    expect(printed.format).toBe("pagerduty");
    expect(printed.events[7]).toMatchObject({
      at: "2026-03-04T09:13:02.000Z",
      endAt: null,
      precision: "exact",
      kind: "alert_fired",
      title: "Triggered through the API: Checkout errors above 5 %",
      line: 8,
    });
    expect(printed.rejects).toEqual([
      { line: 9, reason: "created_at isn't a time: yesterday.", text: expect.any(String) },
    ]);
  });

  it("prints a table in order of time for people", () => {
    const { status, stdout } = run(["parse", join(FIXTURES, "alertmanager/fictional-deliveries.ndjson")]);
    expect(status).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[2]).toMatch(/^2026-03-04 09:12:30Z to 09:41:10Z {2}alert_fired {2}CheckoutErrors: /);
    expect(stdout).toContain("Rejected, line 2: ");
    expect(lines.at(-2)).toBe("2 events, 1 rejected, 1 lines of context.");
  });

  it("reads standard input and accepts a zone", () => {
    const entry = [{ id: "R1", type: "acknowledge_log_entry", created_at: "2026-07-04T09:00:00" }];
    const { stdout } = run(["parse", "-", "--json", "--zone", "Europe/Dublin"], JSON.stringify(entry));
    expect(JSON.parse(stdout).events[0].at).toBe("2026-07-04T08:00:00.000Z");
  });

  it("ends with 1 when nothing was read", () => {
    const { status, stdout } = run(["parse", "-", "--json"], '{"a": 1}');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ format: "unknown", events: [], rejects: [{ line: 0 }] });
  });

  it("ends with 1 and one line for a zip that is too large to open", () => {
    const path = join(folder, "damaged.zip");
    writeFileSync(path, Buffer.from("504b0304140000000800", "hex"));
    expect(run(["parse", path])).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^afterword: The zip is damaged.*\n$/),
    });
  });

  it.each([
    [["parse", "no-such-file.json"], /no such file/],
    [["parse", folder], /folder/],
    [["parse"], /missing required argument/],
    [["parse", "x", "--colour"], /unknown option/],
    [["parse", "-", "--zone", "Mars/Olympus"], /isn't a time zone/],
    [["parse", "-", "--date", "2026-02-30"], /isn't a date/],
    [["parse", "-", "--format", "word"], /no format.*pagerduty/],
    [["paint"], /unknown command/],
  ])("%j is a usage error: exit code 2 and one clear line", (args, message) => {
    const { status, stdout, stderr } = run(args, "{}");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("prints its help", () => {
    expect(run(["--help"])).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("parse") });
    expect(run(["parse", "--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("--zone") });
  });

  it("builds itself only when a source changed", () => {
    run(["--help"]);
    const before = builds();
    run(["--help"]);
    expect(builds()).toEqual(before);
    const source = join(ROOT, "cli/usage-error.ts");
    const { atime, mtime } = statSync(source);
    utimesSync(source, atime, new Date());
    try {
      run(["--help"]);
      const added = builds().filter((name) => !before.includes(name));
      expect(added).toHaveLength(1);
      expect(existsSync(join(ROOT, "dist/cli", added[0] ?? "", "main.js"))).toBe(true);
    } finally {
      utimesSync(source, atime, mtime);
    }
  });
});
