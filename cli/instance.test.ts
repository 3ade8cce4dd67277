import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { hashSecret } from "#server/people/auth/one-time-secret.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "afterword-cli-"));
const NOTES = "# Timeline\n\n2026-03-04\n\n- 09:12 UTC: Deploy of checkout finished\n- 09:14 UTC: Impact starts\n";

// Each command runs in its own process.
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
let admin: UserActor;
let email: string;

function run(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "bin/afterword.mjs"), ...args], {
    encoding: "utf8",
    cwd: ROOT,
    input,
    env: { ...process.env, DATABASE_URL: database.url, AFTERWORD_URL: "https://afterword.example.com" },
  });
  return { status, stdout, stderr };
}
const json = (args: string[], input?: string) => {
  const ran = run([...args, "--json"], input);
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  return JSON.parse(ran.stdout);
};
const lastAudit = () => database.prisma.auditEntry.findFirst({ orderBy: [{ at: "desc" }, { id: "desc" }] });

beforeAll(async () => {
  database = await testDatabase();
  admin = await makeUser(database.prisma, "admin", "Ada");
  ({ email } = await database.prisma.user.findUniqueOrThrow({ where: { id: admin.id } }));
  await createIncident(makeContext(database.prisma, admin), {
    ...{ title: "Checkout declined", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "Cards were declined.", restricted: true },
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

describe("the command line with a running instance", () => {
  it("imports a file once, and prints what was imported", async () => {
    const file = join(folder, "notes.md");
    writeFileSync(file, NOTES);
    expect(run(["import", "INC-1", file])).toEqual({
      status: 0,
      stderr: "",
      stdout: "Notes into INC-1: 2 new events, 0 already known, 0 rejected.\n",
    });
    expect(await lastAudit()).toMatchObject({ action: "import.created", actorKind: "cli", actorId: null });
    expect(json(["import", "inc-1", "-"], NOTES)).toMatchObject({ created: 0, known: 2, rejected: 0 });
  });

  it("reads local times in the given zone", async () => {
    const notes = "2026-07-04\n09:00 first alert fired\n09:20 roll back started\n";
    expect(json(["import", "INC-1", "-", "--zone", "Europe/Dublin"], notes)).toMatchObject({
      created: 2,
      ambiguous: 0,
    });
    const event = await database.prisma.timelineEvent.findFirst({ where: { title: "first alert fired" } });
    expect(event?.at?.toISOString()).toBe("2026-07-04T08:00:00.000Z");
  });

  it("ends with 1 when nothing was read", () => {
    const { status, stdout } = run(["import", "INC-1", "-", "--json"], "no time anywhere\n");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ created: 0, known: 0 });
  });

  it("generates a review and exports it", async () => {
    expect(run(["generate", "INC-1", "--template", "quick"])).toEqual({ status: 0, stderr: "", stdout: "REV-1\n" });
    expect(json(["generate", "INC-1"])).toMatchObject({ key: "REV-2", template: "standard" });
    expect(await lastAudit()).toMatchObject({ action: "review.generated", actorKind: "cli" });
    const { status, stdout, stderr } = run(["export", "REV-1", "--format", "markdown"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^# Checkout declined\n/);
    expect(stdout).toContain("Impact starts");
    expect(await lastAudit()).toMatchObject({ action: "review.exported", actorKind: "cli" });
    const out = join(folder, "review.md");
    expect(run(["export", "rev1", "--out", out])).toEqual({ status: 0, stderr: "", stdout: "" });
    expect(readFileSync(out, "utf8")).toMatch(/^# Checkout declined\n/);
  });

  it("exports a version of a review as it was", async () => {
    await database.prisma.review.update({ where: { number: 1 }, data: { title: "Checkout slow" } });
    expect(run(["export", "REV-1"]).stdout).toMatch(/^# Checkout slow\n/);
    for (const number of ["1", "v1"])
      expect(run(["export", "REV-1", "--version", number]).stdout, number).toMatch(/^# Checkout declined\n/);
    expect(await lastAudit()).toMatchObject({ action: "review.exported", after: { format: "markdown", version: 1 } });
    await database.prisma.review.update({ where: { number: 1 }, data: { title: "Checkout declined" } });
  });

  it("exports the timeline of an incident in every format", async () => {
    expect(run(["export", "inc-1", "--timeline"]).stdout).toMatch(/^# Timeline of INC-1: Checkout declined\n/);
    expect(await lastAudit()).toMatchObject({ action: "timeline.exported", noun: "incident", actorKind: "cli" });
    const csv = run(["export", "INC-1", "--timeline", "--format", "csv", "--zone", "Europe/Dublin"]).stdout;
    expect(csv).toMatch(/^Event,Time \(Europe\/Dublin\),/);
    const { text } = json(["export", "INC-1", "--timeline", "--format", "json"]);
    expect(JSON.parse(text)).toMatchObject({ format: "afterword-timeline", version: 2, incident: { key: "INC-1" } });
    const plain = run(["export", "INC-1", "--timeline", "--format", "text"]).stdout;
    expect(plain).toContain("Impact starts  [E2, ");
  });

  it("makes a token that reads and writes, printed as the last line", async () => {
    const { status, stdout } = run(["token", "create", "--user", email.toUpperCase()]);
    expect(status).toBe(0);
    const secret = stdout.trimEnd().split("\n").at(-1) ?? "";
    const token = await database.prisma.apiToken.findUniqueOrThrow({ where: { tokenHash: hashSecret(secret) } });
    expect(token).toMatchObject({ userId: admin.id, scopes: ["read", "write"], expiresAt: null });
    expect(await lastAudit()).toMatchObject({ action: "token.created", actorKind: "cli" });
    const made = json(["token", "create", "--user", email, "--scope", "read,admin", "--expires", "2999-12-31"]);
    expect(made).toMatchObject({ scopes: ["read", "admin"], expiresAt: "3000-01-01T00:00:00.000Z" });
    expect(made.secret).toMatch(/^aw_/);
  });

  it("makes a one-time link to a new password", async () => {
    const { status, stdout } = run(["user", "reset", email]);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^https:\/\/afterword\.example\.com\/reset\/\S+$/);
    expect(await lastAudit()).toMatchObject({ action: "member.reset_link_made", actorKind: "cli" });
  });

  it("removes the demo data, unless no admin would be left", async () => {
    await database.prisma.user.update({ where: { id: admin.id }, data: { demo: true } });
    const refused = run(["demo", "remove"]);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^afterword: Every admin is a demo account\..*\n$/);
    await database.prisma.user.update({ where: { id: admin.id }, data: { demo: false } });
    await makeUser(database.prisma, "member", "Demo").then(({ id }) =>
      database.prisma.user.update({ where: { id }, data: { demo: true } }),
    );
    expect(json(["demo", "remove"])).toEqual({ incidents: 0, reviews: 0, actions: 0, changes: 0, people: 1, kept: [] });
    expect(await lastAudit()).toMatchObject({ action: "demo.removed", actorKind: "cli" });
  });

  it.each([
    [["import", "INC-77", "-"], 1, /There is no INC-77/],
    [["export", "REV-77"], 1, /There is no REV-77/],
    [["generate", "INC-77"], 1, /There is no INC-77/],
    [["token", "create", "--user", "nobody@example.com"], 1, /There is no account with access for nobody@example.com/],
    [["user", "reset", "nobody@example.com"], 1, /There is no account of nobody@example.com/],
    [["import", "REV-1", "-"], 2, /isn't a key of an incident/],
    [["import", "INC-1", "-", "--zone", "Mars/Olympus"], 2, /zone: /],
    [["import", "INC-1", "no-such-file.md"], 2, /no such file/],
    [["generate", "INC-1", "--template", "huge"], 2, /quick, standard, major/],
    [["export", "REV-1", "--format", "odt"], 2, /markdown/],
    [["export", "REV-1", "--version", "99"], 1, /There is no version 99 of REV-1/],
    [["export", "REV-1", "--version", "0"], 2, /isn't the number of a version/],
    [["export", "INC-1", "--timeline", "--version", "1"], 2, /no versions/],
    [["export", "REV-1", "--format", "csv"], 2, /--timeline/],
    [["export", "INC-1", "--timeline", "--zone", "Mars/Olympus"], 2, /zone: /],
    [["backup", "/no-such-folder/backup"], 2, /couldn't write/],
    [["restore", "/no-such-folder/backup"], 2, /no file/],
    [["token", "create"], 2, /--user/],
    [["token", "create", "--user", "a@example.com", "--scope", "all"], 2, /isn't a scope/],
    [["token", "create", "--user", "a@example.com", "--expires", "soon"], 2, /isn't a date/],
  ])("%j ends with %d and one clear line", (args, code, message) => {
    const { status, stdout, stderr } = run(args, NOTES);
    expect({ status, stdout }).toEqual({ status: code, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it.each(["import", "generate", "export", "token", "user", "demo", "backup", "restore"])("explains %s", (command) => {
    expect(run([command, "--help"])).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("Usage") });
  });

  it("backs up into one file, which restores into an empty instance only", async () => {
    const file = join(folder, "all.backup");
    const { rows } = json(["backup", file]);
    expect(rows).toMatchObject({ incident: 1, review: 2 });
    expect(await lastAudit()).toMatchObject({ action: "backup.made", actorKind: "cli" });
    const refused = run(["restore", file]);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^afterword: this instance isn't empty\n {2}What to do: /);
  });

  it("imports a folder of write-ups once, and prints the result of each", async () => {
    const place = join(folder, "write-ups");
    mkdirSync(join(place, "2019"), { recursive: true });
    writeFileSync(join(place, "2019", "mail.md"), `# Mail was late\n\n${NOTES.replace("# ", "## ")}`);
    writeFileSync(join(place, "broken.docx"), "no zip");
    const first = run(["import-write-ups", place]);
    expect(first).toMatchObject({ status: 1, stderr: "" });
    expect(first.stdout).toMatch(/2019\/mail\.md: REV-\d+ of INC-\d+\n/);
    expect(first.stdout).toMatch(
      /broken\.docx: not imported\. .+\n1 new review, 2 events, .* 0 already known, 1 rejected\.\n$/,
    );
    const again = json(["import-write-ups", join(place, "2019", "mail.md")]);
    expect(again).toMatchObject({ status: "done", result: { reviews: 0, known: [{ file: "mail.md" }], rejected: [] } });
    expect(run(["import-write-ups", join(place, "none")]).status).toBe(2);
  });

  it("prints what to do when there is no database", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, "bin/afterword.mjs"), "export", "REV-1"],
      {
        encoding: "utf8",
        cwd: ROOT,
        env: { ...process.env, AFTERWORD_DATA: join(folder, "nothing"), DATABASE_URL: "" },
      },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/.* contains no Afterword data\n {2}What to do: /);
  });
});
