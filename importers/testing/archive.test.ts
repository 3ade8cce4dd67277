import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { decodeMails, inMemory, openMails, openSource, parseSource } from "#importers/index.ts";

const MAIL = `From: Dana <dana@example.com>
To: ops@example.com
Date: Wed, 04 Mar 2026 09:12:00 +0000
Subject: Payments are slow
Message-ID: <one@example.com>

Checkout takes ten seconds since nine.
`;
const CALENDAR = [
  ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:bridge@example.com"],
  ...["DTSTAMP:20260304T090000Z", "DTSTART:20260304T092000Z", "SUMMARY:Incident bridge", "END:VEVENT", "END:VCALENDAR"],
].join("\r\n");
const PAGE = "<html><body><h1>2026-03-04</h1><ul><li>09:30 UTC rolled back to build 117</li></ul></body></html>";
const ALERTS = JSON.stringify({
  version: "4",
  alerts: [{ status: "firing", labels: { alertname: "Queue" }, startsAt: "2026-03-04T09:01:00Z", fingerprint: "f" }],
});

const zipped = (files: Record<string, string | Uint8Array>) => ({
  filename: "evidence.zip",
  bytes: zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, held]) => [path, typeof held === "string" ? strToU8(held) : held]),
    ),
  ),
});
const read = async (files: Record<string, string | Uint8Array>) => parseSource(await openMails(zipped(files)));

describe("a zip of several files", () => {
  it("is read file by file, each by its own importer", async () => {
    const parsed = await read({
      "mails/slow.eml": MAIL,
      "bridge.ics": CALENDAR,
      "notes.html": PAGE,
      "alerts.json": ALERTS,
      "graph.png": new Uint8Array(9),
    });
    expect(parsed).toMatchObject({ format: "zip", label: "Zip", rejects: [] });
    expect(parsed.events.map(({ at, title }) => `${at?.slice(11, 16)} ${title}`).sort()).toEqual([
      "09:01 Queue",
      "09:12 Payments are slow",
      "09:20 Incident bridge",
      "09:30 rolled back to build 117",
    ]);
    expect(parsed.context.map(({ text }) => text)).toContain("1 other files of the zip weren't read: graph.png");
  });

  it("names the file of each reject and of what is kept, and continues", async () => {
    const { events, rejects } = await read({ "a.json": "[]", "b.json": '{"alerts', "c.eml": MAIL, "d.eml": "no mail" });
    expect(events.map(({ title }) => title)).toEqual(["Payments are slow"]);
    expect(rejects.map(({ reason }) => reason.split(":")[0])).toEqual(["a.json", "b.json", "d.eml"]);
    expect(rejects.at(-1)?.reason).toBe("d.eml: This email can't be read. Import it on its own.");
  });

  it("reads its emails however large it is, and names one beyond the limit", async () => {
    const limit = 5000;
    const noise = Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 7919) % 251)).toString("latin1");
    const { filename, bytes } = zipped({ "a.eml": MAIL, "big.eml": MAIL + "x".repeat(limit), "log.txt": noise });
    const source = { filename, bytes: inMemory(bytes) };
    const opened = openSource({ ...source, ...(await decodeMails(source, { mailBytes: limit })) });
    const parts = [...opened.parts()];
    expect(parts.flatMap(({ events }) => events.map(({ title }) => title))).toContain("Payments are slow");
    expect(parts.flatMap(({ rejects }) => rejects.map(({ reason }) => reason))).toContain(
      "big.eml: This email has 0.1 MB. The limit for an email is 0.1 MB.",
    );
    const alone = zipped({ "big.eml": MAIL + "x".repeat(limit) });
    const single = { filename, bytes: inMemory(alone.bytes) };
    const mails = await decodeMails(single, { mailBytes: limit });
    expect(() => openSource({ ...single, ...mails })).toThrow(/big\.eml: This email has/);
  });

  it("with one file counts as that file, even an email, a calendar or a page", async () => {
    expect(await read({ "mails/slow.eml": MAIL, "a.png": "x" })).toMatchObject({ format: "email" });
    expect(await read({ "bridge.ics": CALENDAR })).toMatchObject({ format: "calendar" });
    expect(await read({ "notes.html": PAGE })).toMatchObject({ format: "html" });
  });

  it("offers what its documents list, with the path of each", async () => {
    const review = "# Payments were slow\n\n## Action items\n\n- Add an alert for the queue\n";
    const factors = "# Notes\n\n## Root cause\n\n- The pool of the queue held only ten connections.\n";
    const { filename, bytes } = zipped({ "a/review.md": review, "b/causes.md": factors, "c/alerts.json": ALERTS });
    const found = openSource({ filename, bytes: inMemory(bytes) });
    expect(found).toMatchObject({
      format: "zip",
      title: "Payments were slow",
      actions: [{ file: "a/review.md", line: 5, title: "Add an alert for the queue" }],
      factors: [{ file: "b/causes.md", line: 5, statement: "The pool of the queue held only ten connections." }],
    });
  });
});
