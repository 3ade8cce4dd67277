import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimelineFile } from "#lib/contract/timeline-file.ts";
import { EVENT_RELATIONS } from "#lib/incidents/timeline/story/event-relations.ts";
import { listClocks, setClock } from "#server/incidents/curate/index.ts";
import { attachEvidence, downloadEvidence, listEvidence } from "#server/incidents/evidence/index.ts";
import { changeWindow, getImpact } from "#server/incidents/impact/index.ts";
import { listImports, redoImport, undoImport } from "#server/incidents/import/index.ts";
import { addEvent, listTimeline, setMilestone, updateEvent } from "#server/incidents/timeline/index.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { base64, compared, exportDesk } from "./testing/export-desk.ts";

const { newIncident, fileOf, importFile, curated, asMember, asViewer, memberName, memberEmail, prisma } = exportDesk();

const heldFile = (bytes: Uint8Array) => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const named = { name: "held.bin", mediaType: "application/octet-stream", size: bytes.length, sha256 };
  const none = { url: null, text: null, at: "2017-02-01T09:00:00.000Z" };
  return { kind: "file", title: "Held", ...none, file: { ...named, content: base64(bytes) } };
};
const told = (event: Pick<TimelineFile["events"][number], "number" | "title" | "body" | "ruledOut">) => [
  event.number,
  event.title,
  event.body,
  event.ruledOut,
];
const heldLink = { kind: "link", title: "Link", url: "https://example.com/a", text: null, at: null, file: null };

describe("Afterword's own JSON", () => {
  it("contains everything, and an empty incident that imports it exports the same", async () => {
    const key = await curated();
    const file = await fileOf(key);
    expect(file.events).toHaveLength(8);
    expect(file.events.find((event) => event.title === "Somebody looks")).toMatchObject({
      precision: "approx",
      uncertaintySeconds: 300,
      original: { title: expect.stringMatching(/somebody looks/i) },
    });
    const other = await newIncident();
    const record = await importFile(other.key, file);
    expect(record).toMatchObject({ format: "afterword", created: 8, rejected: 0 });
    const copy = await fileOf(other.key);
    expect(compared(copy)).toEqual(compared(file));
    const [event] = (await listTimeline(asViewer(), { key: other.key, limit: 1, includeHidden: true })).items;
    expect(event?.source).toMatchObject({ type: "notes", label: "Notes: notes.md" });
    expect(file.events.filter(({ verified }) => verified !== null)).toHaveLength(1);
    const story = (await listTimeline(asViewer(), { key: other.key, limit: 50, includeHidden: true })).items;
    expect(story.filter(({ verified }) => verified)).toMatchObject([{ verifiedBy: memberName(), pinned: true }]);
    expect(file.clocks.map((clock) => [clock.import, clock.offsetMs])).toEqual([
      [null, -40_000],
      [2, 0],
      [3, 7000],
    ]);
    const { notes, attachments } = await listEvidence(asViewer(), { key: other.key, eventId: event?.id ?? "" });
    expect(notes.map(({ author, writtenBy }) => [author?.name ?? null, writtenBy])).toEqual([
      [memberName(), null],
      [null, "Ines"],
    ]);
    const bytes = attachments
      .filter((one) => one.file)
      .map(({ id }) => downloadEvidence(asViewer(), { key: other.key, id }));
    expect(
      (await Promise.all(bytes)).map((stored) => [stored.filename, stored.mediaType, base64(stored.bytes)]),
    ).toEqual([
      ["graph.png", "image/png", base64(PIXEL_PNG)],
      ["again.png", "image/png", base64(PIXEL_PNG)],
      ["lines.txt", "text/plain", base64("what we saw")],
    ]);
  });

  it("creates nothing a second time, and overwrites nothing", async () => {
    const file = await fileOf(await curated());
    const other = await newIncident();
    await importFile(other.key, file);
    const [event] = (await listTimeline(asMember(), { key: other.key, limit: 1, includeHidden: true })).items;
    if (!event) throw new Error("an event is expected");
    await updateEvent(asMember(), { key: other.key, id: event.id, version: event.version, title: "In our words" });
    const before = await fileOf(other.key);
    expect(await importFile(other.key, file)).toMatchObject({ created: 0, known: 8 });
    expect(compared(await fileOf(other.key))).toEqual(compared(before));
  });

  it("is lossless after any curation", { timeout: 120_000 }, async () => {
    const file = await fileOf(await curated());
    const [sample] = file.events;
    if (!sample) throw new Error("an event is expected");
    const words = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .map((text) => text.replaceAll("\u0000", "").toWellFormed());
    const title = words.map((text) => text.trim() || "…");
    const instant = fc
      .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-01-01T00:00:00Z"), noInvalidDate: true })
      .map((date) => date.toISOString());
    const event = fc.record({
      at: instant,
      untimed: fc.boolean(),
      precision: fc.constantFrom("exact", "minute", "approx", "hour", "day"),
      title,
      body: words,
      statedText: fc.option(title),
      pinned: fc.boolean(),
      hidden: fc.boolean(),
      clockOffsetMs: fc.integer({ min: -90_000, max: 90_000 }),
      known: fc.constantFrom(null, "at_the_time", "found_later"),
      relation: fc.option(fc.constantFrom(...EVENT_RELATIONS)),
      notes: fc.array(
        fc.record({
          body: title,
          at: instant,
          author: fc.option(title),
          authorEmail: fc.constantFrom(null, "ines@there.example", memberEmail()),
        }),
        { maxLength: 2 },
      ),
      files: fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { maxLength: 2 }),
      link: fc.boolean(),
      ruledOut: fc.boolean(),
      brought: fc.option(fc.integer({ min: 1, max: 3 })),
    });
    const clock = fc.record({
      import: fc.option(fc.integer({ min: 1, max: 3 })),
      offsetMs: fc.integer({ min: -9, max: 9 }),
    });
    const clocks = fc.uniqueArray(clock, { selector: (one) => one.import, maxLength: 4 });
    const events = fc.array(event, { minLength: 1, maxLength: 12 }).map((list) => {
      const sorted = [...list].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return sorted.map(({ untimed, relation, notes, files, link, brought, ...one }, index) => ({
        ...sample,
        ...one,
        ...(untimed ? { at: null, precision: "unknown" } : {}),
        endAt: null,
        number: index + 1,
        relation: index === 0 ? null : relation,
        lead: index === 0 || relation === null ? null : Math.ceil(index / 2),
        source: { ...sample.source, identity: `id ${index}`, import: brought },
        notes: notes.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
        attachments: [...files.map(heldFile), ...(link ? [heldLink] : [])],
      }));
    });
    await fc.assert(
      fc.asyncProperty(events, clocks, async (list, moved) => {
        const made = {
          ...file,
          imports: [1, 2, 3].map((number) => ({
            number,
            filename: `${number}.md`,
            format: "notes",
            label: "Notes",
            zone: null,
          })),
          milestones: [{ name: "resolved", event: 1, notApplicable: false }],
          clocks: moved.map((one) => ({ sourceType: sample.source.type, pair: null, ...one })),
          keptApart: [[1, list.length]],
          events: list,
        };
        const [one, two] = [await newIncident(), await newIncident()];
        expect(await importFile(one.key, made)).toMatchObject({ created: list.length, rejected: 0 });
        const first = await fileOf(one.key);
        expect(first.events.map(told)).toEqual(list.map(told));
        await importFile(two.key, first);
        expect(compared(await fileOf(two.key))).toEqual(compared(first));
      }),
      { numRuns: 20 },
    );
  });

  it("is undone with everything it added, except what someone changed since, and restored by redo", async () => {
    const from = await curated();
    await setClock(asMember(), { key: from, importId: null, sourceType: "notes", offsetMs: -40_000, version: 1 });
    const file = await fileOf(from);
    const { key, id: incidentId } = await newIncident();
    const empty = await fileOf(key);
    const { id } = await importFile(key, file);
    await undoImport(asMember(), { key, id });
    expect(compared(await fileOf(key))).toEqual(compared(empty));
    await redoImport(asMember(), { key, id });
    expect(compared(await fileOf(key))).toEqual(compared(file));
    expect((await listImports(asViewer(), { key })).items).toMatchObject([{ id, created: 8, undoneAt: null }]);

    await undoImport(asMember(), { key, id });
    const again = await importFile(key, file);
    expect(compared(await fileOf(key))).toEqual(compared(file));
    await redoImport(asMember(), { key, id });
    expect(compared(await fileOf(key))).toEqual(compared(file));
    await undoImport(asMember(), { key, id: again.id });
    expect(compared(await fileOf(key))).toEqual(compared(empty));
    await redoImport(asMember(), { key, id: again.id });

    const { windows } = await getImpact(asMember(), { key });
    const [window] = windows;
    if (!window) throw new Error("a window is expected");
    await changeWindow(asMember(), { key, id: window.id, version: window.version, weight: 0.5 });
    const known = await addEvent(asMember(), {
      ...{ key, at: "2017-01-31T14:00:00Z", precision: "minute", kind: "alert_fired", title: "First", body: "" },
    });
    await setMilestone(asMember(), { key, name: "detected", eventId: known.id, notApplicable: false });
    const clocks = (await listClocks(asMember(), { key })).items;
    const whole = clocks.find(({ importId }) => importId === null);
    await setClock(asMember(), { key, importId: null, sourceType: "notes", offsetMs: 1000, version: whole?.version });
    await undoImport(asMember(), { key, id: again.id });
    const left = await fileOf(key);
    expect(left.impactWindows.map(({ weight }) => weight)).toEqual([0.5]);
    expect(left.milestones).toEqual([{ name: "detected", event: known.number, notApplicable: false }]);
    expect(left.clocks.map(({ offsetMs }) => offsetMs)).toEqual([1000]);
    await redoImport(asMember(), { key, id: again.id });
    expect((await fileOf(key)).milestones.map(({ name }) => name)).toEqual(["detected", "paged"]);
    expect((await fileOf(key)).impactWindows).toHaveLength(1);
    expect(await prisma().import.count({ where: { incidentId, partOfId: again.id } })).toBe(3);
  });

  it("only names files beyond the limit and reports it, and rejects bytes that don't match their file", async () => {
    const key = await curated();
    const [event] = (await listTimeline(asMember(), { key, limit: 1, includeHidden: true })).items;
    const big = { key, eventId: event?.id ?? "", kind: "file" } as const;
    for (const byte of [1, 2]) {
      const content = base64(new Uint8Array(7 * 1024 * 1024).fill(byte));
      await attachEvidence(asMember(), { ...big, filename: `${byte}.bin`, content });
    }
    const file = await fileOf(key);
    expect(file.filesLeftOut).toMatchObject({
      files: 1,
      bytes: 7 * 1024 * 1024,
      reason: expect.stringMatching(/12 MB/),
    });
    const attachments = file.events[0]?.attachments ?? [];
    expect(attachments.flatMap((one) => (one.file ? [one.file.content !== null] : []))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    const record = await importFile((await newIncident()).key, file);
    expect(record).toMatchObject({ rejected: 0, context: 2 });
    const swapped = attachments.map((one) =>
      one.file?.content ? { ...one, file: { ...one.file, content: base64("other") } } : one,
    );
    const { rejects } = await importFile((await newIncident()).key, {
      ...file,
      events: [{ ...file.events[0], attachments: swapped }, ...file.events.slice(1)],
    });
    expect(rejects.map(({ reason, text }) => `${text}: ${reason}`)).toContain(
      "lines.txt: Evidence of E1: these are not the bytes whose SHA-256 the file names",
    );
  });

  it("is read in the version before, which contains neither sources nor files", async () => {
    const { imports: _, series: __, keptApart: ___, ...file } = await fileOf(await curated());
    const events = file.events.map(
      ({ ruledOut: _ruledOut, verified: _verified, source: { import: _import, ...source }, ...event }) => ({
        ...event,
        source,
        notes: event.notes.map(({ authorEmail: _email, ...note }) => note),
        attachments: event.attachments.flatMap(({ at: _at, ...one }) => (one.file ? [] : [one])),
      }),
    );
    const clocks = file.clocks.slice(0, 1).map(({ import: _import, ...clock }) => clock);
    const impactWindows = file.impactWindows.map(({ series: _series, ...window }) => window);
    const old = { ...file, version: 1, events, clocks, impactWindows };
    const { key } = await newIncident();
    expect(await importFile(key, old)).toMatchObject({ created: 8, rejected: 0 });
    expect((await fileOf(key)).events.map(told)).toEqual(
      file.events.map((event) => told({ ...event, ruledOut: false })),
    );
  });

  it("is rejected in an unknown version, and names what can't be read", async () => {
    const file = await fileOf(await curated());
    const other = await newIncident();
    expect(await importFile(other.key, { ...file, version: 9 })).toMatchObject({ created: 0, rejected: 1 });
    const [first, ...rest] = file.events;
    const broken = { ...file, events: [{ ...first, at: "yesterday" }, ...rest] };
    const record = await importFile(other.key, broken);
    expect(record).toMatchObject({ created: 7, rejected: 1 });
    expect(record.rejects[0]?.reason).toMatch(/^Event 1: at: /);
  });

  it("names impact windows of services that don't exist here", async () => {
    const file = await fileOf(await curated());
    const impactWindows = file.impactWindows.map((window) => ({ ...window, service: "Nobody's" }));
    const record = await importFile((await newIncident()).key, { ...file, impactWindows });
    expect(record.rejects.map((reject) => reject.reason)).toEqual([
      "Impact window: the service “Nobody's” doesn't exist here.",
    ]);
  });
});
