import { describe, expect, it } from "vitest";
import type { ImportRecord, Preview } from "#lib/contract/import.ts";
import { listFindings } from "#server/incidents/finding/index.ts";
import { createIncident, getIncident, listIncidents } from "#server/incidents/incident/index.ts";
import { incidentMetrics, listTimeline } from "#server/incidents/timeline/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { previewImport } from "#server/testing/preview-import.ts";
import { createImport, listImports, redoImport, undoImport } from "./index.ts";

const my = memberDesk();
const ctx = () => my.desk.as(my.member);

async function incident(
  more: { startedAt?: string; restricted?: boolean } = { startedAt: "2021-09-29T15:46:00.000Z" },
) {
  const { key } = await createIncident(ctx(), {
    ...{ kind: "incident", timeZone: "Europe/Berlin", impactText: "", restricted: false, serviceIds: [], severity: 2 },
    resolvedAt: more.startedAt ? "2021-09-29T16:20:00.000Z" : null,
    title: "Checkout fails",
    ...more,
  } as const);
  return key;
}
const titles = async (key: string) =>
  (await listTimeline(ctx(), { key, limit: 50, includeHidden: true })).items.map(({ title, at }) => [title, at]);
const nothing = { actionsByTitle: async () => new Map() };
const foundIn = async (key: string) =>
  (await listFindings(ctx(), { key }, nothing as never)).items.map(({ text }) => text);

const DEPLOYS = {
  filename: "deploys.txt",
  content: [
    "2021-09-16 08:10 UTC relay config changed",
    "2021-09-16 08:12 UTC relay restarted",
    "2021-09-17 09:00 UTC greylisting on",
    "2021-09-29 15:50 UTC alert fired",
  ].join("\n"),
};

describe("events on days outside an incident", () => {
  it("stay without an answer, and with the answer to keep them", async () => {
    const [plain, kept] = [await incident(), await incident()];
    await createImport(ctx(), { key: plain, ...DEPLOYS });
    await createImport(ctx(), { key: kept, ...DEPLOYS, outside: [{ date: "2021-09-16", answer: "keep" }] });
    expect(await titles(kept)).toEqual(await titles(plain));
    expect(await titles(plain)).toHaveLength(4);
  });

  it("move to the day of the incident at their time of day", async () => {
    const key = await incident();
    const outside = [{ date: "2021-09-16", answer: "incident_day" as const }];
    const preview = await previewImport(ctx(), { key, ...DEPLOYS, outside });
    expect(preview.outside).toEqual([
      { date: "2021-09-16", times: 2, days: -13, answer: "incident_day" },
      { date: "2021-09-17", times: 1, days: -12, answer: null },
    ]);
    await createImport(ctx(), { key, ...DEPLOYS, outside });
    expect(await titles(key)).toEqual([
      ["greylisting on", "2021-09-17T09:00:00.000Z"],
      ["relay config changed", "2021-09-29T08:10:00.000Z"],
      ["relay restarted", "2021-09-29T08:12:00.000Z"],
      ["alert fired", "2021-09-29T15:50:00.000Z"],
    ]);
    expect(await createImport(ctx(), { key, ...DEPLOYS })).toMatchObject({ created: 0, known: 4 });
  });

  it("keep their time of day across a clock change", async () => {
    const winter = await createIncident(ctx(), {
      ...{
        kind: "incident",
        timeZone: "Europe/Berlin",
        impactText: "",
        restricted: false,
        serviceIds: [],
        severity: 2,
      },
      ...{ title: "Winter", startedAt: "2021-11-10T10:00:00.000Z", resolvedAt: "2021-11-10T12:00:00.000Z" },
    } as const);
    const source = { filename: "n.txt", content: "2021-10-01 10:05 UTC alert fired\n" };
    await createImport(ctx(), {
      key: winter.key,
      ...source,
      outside: [{ date: "2021-10-01", answer: "incident_day" }],
    });
    // 12:05 in Berlin, in summer and in winter.
    expect(await titles(winter.key)).toEqual([["alert fired", "2021-11-10T11:05:00.000Z"]]);
  });

  it("are left out, and counted", async () => {
    const key = await incident();
    const outside = [
      { date: "2021-09-16", answer: "leave_out" as const },
      { date: "2021-09-17", answer: "leave_out" as const },
    ];
    const { counts, rows } = await previewImport(ctx(), { key, ...DEPLOYS, outside });
    expect(counts).toMatchObject({ created: 1, leftOut: 3 });
    expect(rows.map(({ row, goes }) => `${row} ${goes}`)).toEqual(["1 left_out", "2 left_out", "3 left_out", "4 here"]);
    expect(await createImport(ctx(), { key, ...DEPLOYS, outside })).toMatchObject({ created: 1, leftOut: 3 });
    expect(await titles(key)).toEqual([["alert fired", "2021-09-29T15:50:00.000Z"]]);
  });

  it("become one new incident if their days follow each other, undone and redone with the import", async () => {
    const key = await incident();
    const outside = [
      { date: "2021-09-17", answer: "new_incident" as const },
      { date: "2021-09-16", answer: "new_incident" as const },
    ];
    const { newIncidents, counts } = await previewImport(ctx(), { key, ...DEPLOYS, outside });
    expect(counts.created).toBe(1);
    expect(newIncidents).toEqual([
      { title: "Checkout fails, 2021-09-16", startedAt: "2021-09-16T08:10:00.000Z", events: 3 },
    ]);
    const { splits } = await createImport(ctx(), { key, ...DEPLOYS, outside });
    expect(splits).toEqual([{ key: expect.any(String), title: "Checkout fails, 2021-09-16", events: 3 }]);
    expect(await titles(key)).toHaveLength(1);
    expect(await titles(splits[0]?.key ?? "")).toHaveLength(3);
  });

  it("don't exist while the time of the incident isn't known", async () => {
    const key = await incident({});
    const first = await previewImport(ctx(), { key, ...DEPLOYS });
    expect(first.outside).toEqual([]);
    await createImport(ctx(), { key, filename: "n.txt", content: "2021-09-29 15:50 UTC alert fired\n" });
    expect((await previewImport(ctx(), { key, ...DEPLOYS })).outside).toHaveLength(2);
  });
});

describe("rows that a person leaves out", () => {
  it("are not imported, and can be imported another time", async () => {
    const key = await incident();
    const { counts } = await previewImport(ctx(), { key, ...DEPLOYS, leaveOut: [2, 4] });
    expect(counts).toMatchObject({ created: 2, leftOut: 2 });
    await createImport(ctx(), { key, ...DEPLOYS, leaveOut: [2, 4] });
    expect((await titles(key)).map(([title]) => title)).toEqual(["relay config changed", "greylisting on"]);
    expect(await createImport(ctx(), { key, ...DEPLOYS })).toMatchObject({ created: 2, known: 2, leftOut: 0 });
  });
});

const TWO = {
  filename: "september.md",
  content: `# September

## Incident 1: checkout

- 2021-09-29 15:46 UTC Customer impact started: checkout fails
- 2021-09-29 15:50 UTC Monitoring alerted the engineer on call
- 2021-09-29 16:20 UTC Incident resolved

### Action items

- Add a probe for checkout

## Incident 2: search

- 2021-10-03 02:10 UTC Customer impact started: search is slow
- 2021-10-03 02:25 UTC Bob restarted the index
- 2021-10-03 03:01 UTC Incident resolved

### Action items

- Give the index more memory

## Contributing factors

- Nobody was on call for both services at that hour.
`,
};
const answer = (section: number, what: "keep" | "leave_out" | "new_incident") => ({ section, answer: what });

describe("a source with two incidents", () => {
  it("is reported, with the events and the span of each", async () => {
    const key = await incident();
    const { sections, rows }: Preview = await previewImport(ctx(), { key, ...TWO });
    expect(sections).toEqual([
      {
        ...{ section: 1, name: "Incident 1: checkout", events: 3, answer: null, incidentKey: null },
        ...{ from: "2021-09-29T15:46:00.000Z", to: "2021-09-29T16:20:00.000Z" },
      },
      {
        ...{ section: 2, name: "Incident 2: search", events: 3, answer: null, incidentKey: null },
        ...{ from: "2021-10-03T02:10:00.000Z", to: "2021-10-03T03:01:00.000Z" },
      },
    ]);
    expect(rows.map(({ section }) => section)).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it("is split: the second becomes an incident with its events and findings, and all of it is undone as one", async () => {
    const key = await incident();
    const sections = [answer(2, "new_incident")];
    const record: ImportRecord = await createImport(ctx(), { key, ...TWO, sections });
    expect(record).toMatchObject({ created: 3, splits: [{ title: "Incident 2: search", events: 3 }] });
    const other = record.splits[0]?.key ?? "";
    expect(await titles(key)).toHaveLength(3);
    expect((await titles(other))[0]).toEqual(["Customer impact started: search is slow", "2021-10-03T02:10:00.000Z"]);
    expect(await getIncident(ctx(), { key: other })).toMatchObject({
      severity: 2,
      timeZone: "Europe/Berlin",
      startedAt: "2021-10-03T02:10:00.000Z",
    });
    expect(await foundIn(other)).toEqual(["Give the index more memory"]);
    expect(await foundIn(key)).toEqual([
      "Nobody was on call for both services at that hour.",
      "Add a probe for checkout",
    ]);
    expect((await listImports(ctx(), { key: other })).items).toMatchObject([{ created: 3, splitFrom: key }]);

    await undoImport(ctx(), { key, id: record.id });
    expect([await titles(key), await titles(other)]).toEqual([[], []]);
    expect(await foundIn(other)).toEqual([]);
    const listed = async () =>
      (await listIncidents(ctx(), { limit: 100 } as never)).items.map((one: { key: string }) => one.key);
    expect(await listed()).not.toContain(other);
    await redoImport(ctx(), { key, id: record.id });
    expect(await listed()).toContain(other);
    expect(await titles(other)).toHaveLength(3);
    expect(await foundIn(other)).toHaveLength(1);
  });

  it("creates nothing if it is split a second time", async () => {
    const key = await incident();
    const sections = [answer(2, "new_incident")];
    const { splits } = await createImport(ctx(), { key, ...TWO, sections });
    const preview = await previewImport(ctx(), { key, ...TWO, sections });
    expect(preview.counts).toMatchObject({ created: 0, known: 6 });
    expect(preview.sections.map(({ incidentKey }) => incidentKey)).toEqual([null, splits[0]?.key]);
    expect(preview.rows[3]?.note).toBe(`Already in ${splits[0]?.key}`);
    expect(await createImport(ctx(), { key, ...TWO, sections })).toMatchObject({ created: 0, known: 6, splits: [] });
  });

  it("leaves out a section with its findings", async () => {
    const key = await incident();
    expect(await createImport(ctx(), { key, ...TWO, sections: [answer(1, "leave_out")] })).toMatchObject({
      created: 3,
      leftOut: 3,
      splits: [],
    });
    expect((await titles(key))[0]?.[0]).toBe("Customer impact started: search is slow");
    expect(await foundIn(key)).toEqual([
      "Nobody was on call for both services at that hour.",
      "Give the index more memory",
    ]);
  });

  it("kept as one mixes no milestones of the two", async () => {
    const key = await incident();
    await createImport(ctx(), { key, ...TWO, content: TWO.content.replaceAll("2021-10-03 0", "2021-09-29 1") });
    const { suggestions } = await incidentMetrics(ctx(), { key });
    const days = suggestions.map(({ at }) => at.slice(11, 13)).sort();
    expect(days.length).toBeGreaterThan(1);
    expect(days.every((hour) => hour >= "15") || days.every((hour) => hour < "15")).toBe(true);
  });

  it("keeps a new incident of a restricted one restricted", async () => {
    const key = await incident({ startedAt: "2021-09-29T15:46:00.000Z", restricted: true });
    const { splits } = await createImport(ctx(), { key, ...TWO, sections: [answer(2, "new_incident")] });
    const other = splits[0]?.key ?? "";
    expect(await getIncident(ctx(), { key: other })).toMatchObject({ restricted: true });
  });
});
