import { afterAll, beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { TimelineFile } from "#lib/contract/timeline-file.ts";
import { keepApart } from "#server/incidents/curate/index.ts";
import { attachEvidence } from "#server/incidents/evidence/index.ts";
import { keepSeries } from "#server/incidents/impact/index.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { addEvent, listTimeline, setMilestone, updateEvent } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { exportTimeline } from "../export-timeline.ts";

export const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64");

const NOTES = `2017-01-31 UTC
- 14:05 UTC alert: queue age above 10 minutes
- 14:05 UTC alert: queue age above 10 minutes
- around 14:10 UTC somebody looks
- 14:12 to 14:20 UTC Ines takes command
- 14:40 UTC rolled back to build 117
`;

/**
 * Helpers for tests of exports over a database of the test file: incidents, including a curated one, and their files.
 */
export function exportDesk() {
  let database: TestDatabase;
  let member: UserActor;
  let viewer: UserActor;
  let serviceId: string;
  beforeAll(async () => {
    database = await testDatabase();
    member = await makeUser(database.prisma, "member");
    viewer = await makeUser(database.prisma, "viewer");
    const service = await database.prisma.service.create({ data: { id: as(member).newId(), name: "Mail" } });
    serviceId = service.id;
  });
  afterAll(() => database.close());
  const as = (actor: UserActor) => makeContext(database.prisma, actor);
  async function newIncident(restricted = false): Promise<{ key: string; id: string }> {
    const fields = {
      kind: "incident",
      resolvedAt: null,
      timeZone: "Europe/Berlin",
      impactText: "",
      severity: 2,
    } as const;
    return createIncident(as(member), { ...fields, restricted, serviceIds: [serviceId], title: "Mail is late" });
  }
  const exportAs = async (key: string, format: "json" | "markdown" | "csv" | "text", more: object = {}) =>
    (await exportTimeline(as(viewer), { key, format, zone: "UTC", ...more })).text();
  const fileOf = async (key: string) => TimelineFile.parse(JSON.parse(await exportAs(key, "json")));
  const importFile = (key: string, file: unknown) =>
    createImport(as(member), { key, filename: "INC-1-timeline.json", content: JSON.stringify(file) });
  /** Returns a timeline with a value in every field of the file. */
  async function curated(): Promise<string> {
    const { key, id: incidentId } = await newIncident();
    await createImport(as(member), { key, filename: "notes.md", content: NOTES });
    await addEvent(as(member), {
      key,
      at: null,
      precision: "unknown",
      kind: "decision",
      title: "=who knows",
      body: "",
    });
    const [first, again, about, range, back, untimed] = (
      await listTimeline(as(member), { key, limit: 50, includeHidden: true })
    ).items;
    if (!first || !again || !about || !range || !back || !untimed) throw new Error("six events are expected");
    const { prisma } = database;
    const newId = as(member).newId;
    await updateEvent(as(member), { key, id: about.id, version: 1, title: "Somebody looks", uncertaintySeconds: 300 });
    await updateEvent(as(member), { key, id: back.id, version: 1, pinned: true, verified: true });
    await prisma.timelineEvent.update({ where: { id: again.id }, data: { leadId: first.id, relation: "bundled" } });
    await prisma.timelineEvent.update({ where: { id: range.id }, data: { hidden: true, clockOffsetMs: -40_000 } });
    await prisma.timelineEvent.update({
      where: { id: untimed.id },
      data: { known: "found_later", foundAt: new Date("2017-02-03T09:00:00Z"), foundBy: "Ines" },
    });
    await setMilestone(as(member), { key, name: "detected", eventId: first.id, notApplicable: false });
    await setMilestone(as(member), { key, name: "paged", eventId: null, notApplicable: true });
    const note = { eventId: first.id, authorId: member.id };
    await prisma.eventNote.create({ data: { id: newId(), ...note, body: "Was it the first?" } });
    await prisma.eventNote.create({
      data: { id: newId(), ...note, authorId: null, body: "No", authorName: "Ines", authorEmail: "ines@there.example" },
    });
    const file = { key, eventId: first.id, kind: "file" } as const;
    await attachEvidence(as(member), { ...file, filename: "graph.png", content: base64(PIXEL_PNG) });
    await attachEvidence(as(member), { ...file, filename: "again.png", content: base64(PIXEL_PNG) });
    await attachEvidence(as(member), { ...file, filename: "lines.txt", content: base64("what we saw") });
    await prisma.attachment.create({
      data: {
        id: newId(),
        incidentId,
        eventId: first.id,
        kind: "query",
        title: "Age",
        text: "max(age)",
        url: "https://example.com/q",
      },
    });
    const series = await keepSeries(as(member), {
      ...{ key, title: "Errors" },
      text: "time,errors,total\n2017-01-31T14:00:00Z,50,100\n2017-01-31T14:01:00Z,1,100\n",
    });
    await prisma.impactWindow.create({
      data: {
        ...{ id: newId(), incidentId, serviceId, fromAt: new Date("2017-01-31T14:00:00Z"), toAt: null },
        ...{ weight: 0.35, basis: "estimated", reason: "a third of the mail", origin: "series", seriesId: series.id },
      },
    });
    await prisma.suspectRuledOut.create({ data: { eventId: back.id, incidentId } });
    await keepApart(as(member), { key, eventIds: [first.id, about.id, back.id], apart: true });
    const clock = { incidentId, sourceType: "notes", eventId: first.id, matchId: back.id };
    for (const [filename, at, offsetMs] of [
      ["zoom.md", "09:00", 0],
      ["bridge.md", "09:05", 7000],
    ] as const) {
      const content = `2017-02-01 UTC\n- ${at} UTC ${filename} begins\n`;
      const { id: importId } = await createImport(as(member), { key, filename, content });
      await prisma.sourceClock.create({ data: { id: newId(), ...clock, importId, offsetMs, eventId: null } });
    }
    await prisma.sourceClock.create({ data: { id: newId(), ...clock, offsetMs: -40_000 } });
    return key;
  }

  return {
    ...{ newIncident, exportAs, fileOf, importFile, curated },
    asMember: () => as(member),
    asViewer: () => as(viewer),
    memberName: () => member.name,
    memberEmail: () => `${member.name}.${member.id}@example.com`,
    prisma: () => database.prisma,
  };
}

/** Returns everything except what can differ between two instances: the head and the time of export. */
export const compared = ({ incident: _, exportedAt: __, ...rest }: TimelineFile) => rest;
