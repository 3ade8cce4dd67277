import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { setClock } from "#server/incidents/curate/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { answerZone, listTimeline } from "#server/incidents/timeline/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { previewImport } from "#server/testing/preview-import.ts";
import { createImport, listImports, redoImport, undoImport } from "./index.ts";

const my = memberDesk();
const ctx = () => my.desk.as(my.member);

const MAIL = `From: Dana <dana@example.com>
Date: Wed, 04 Mar 2026 09:12:00 +0000
Subject: Payments are slow
Message-ID: <one@example.com>

Checkout takes ten seconds.
`;
const ALERT = JSON.stringify({
  version: "4",
  alerts: [{ status: "firing", labels: { alertname: "Queue" }, startsAt: "2026-03-04T09:01:00Z", fingerprint: "f" }],
});
const zip = (files: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))).toString(
    "base64",
  );

it("imports the files of a zip as separate sources, which are undone as one", async () => {
  const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
  const { key } = await createIncident(ctx(), { ...fields, serviceIds: [], title: "Mail is late", severity: 2 });
  const content = zip({
    "a.json": ALERT,
    "mails/b.eml": MAIL,
    "c.md": "2026-03-04\n10:30 rolled back\n10:40 queue empty\n",
  });
  const source = { key, filename: "evidence.zip", encoding: "base64", content } as const;
  const preview = await previewImport(ctx(), source);
  expect(preview).toMatchObject({ format: "zip", counts: { created: 4, rejected: 0 }, zoneNeeded: true });
  expect(preview.rows.map(({ note }) => note)).toContain("From mails/b.eml");
  const made = await createImport(ctx(), source);
  expect(made).toMatchObject({ created: 4, unanswered: 2, letter: "Z" });
  const story = async () => (await listTimeline(ctx(), { key, limit: 50, includeHidden: true })).items;
  const sources = (await story()).map(({ source: from }) => `${from.type} ${from.letter}: ${from.label}`);
  expect(sources.sort()).toEqual([
    "alertmanager A: Alertmanager: a.json",
    "email E: E-mail: mails/b.eml",
    "notes N: Notes: c.md",
    "notes N: Notes: c.md",
  ]);
  expect(await createImport(ctx(), source)).toMatchObject({ created: 0, known: 4 });
  expect((await listImports(ctx(), { key })).items).toHaveLength(2);

  const notes = (await story()).find(({ source: from }) => from.type === "notes");
  await answerZone(ctx(), { key, importId: notes?.source.importId ?? "", zone: "Europe/Berlin" });
  await setClock(ctx(), { key, sourceType: "notes", importId: notes?.source.importId ?? "", offsetMs: 1000 });
  expect((await story()).map(({ at }) => at?.slice(11, 19))).toEqual(["09:01:00", "09:12:00", "09:30:01", "09:40:01"]);
  await undoImport(ctx(), { key, id: made.id });
  expect(await story()).toEqual([]);
  await redoImport(ctx(), { key, id: made.id });
  expect((await story()).map(({ at }) => at?.slice(11, 19))).toEqual(["09:01:00", "09:12:00", "09:30:01", "09:40:01"]);
  expect((await listImports(ctx(), { key })).items.find(({ id }) => id === made.id)).toMatchObject({ unanswered: 0 });
});

it("reads the emails of a zip that is larger than one email can be", async () => {
  const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
  const { key } = await createIncident(ctx(), { ...fields, serviceIds: [], title: "Mail is late", severity: 2 });
  const recording = [new Uint8Array(26 * 1024 * 1024), { level: 0 }] as const;
  const bytes = zipSync({ "a.json": strToU8(ALERT), "b.eml": strToU8(MAIL), "call.mp4": [...recording] });
  const file = new File([Buffer.from(bytes)], "evidence.zip");
  expect(await previewImport(ctx(), { key, filename: "evidence.zip", file })).toMatchObject({
    counts: { created: 2, rejected: 0 },
  });
});
