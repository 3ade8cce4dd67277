import { describe, expect, it } from "vitest";
import { listClocks, mergeSuggestions, setClock } from "#server/incidents/curate/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { listTimeline } from "#server/incidents/timeline/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { previewImport } from "#server/testing/preview-import.ts";
import { createImport, undoImport } from "./index.ts";

const my = memberDesk();
const ctx = () => my.desk.as(my.member);

async function incident(): Promise<string> {
  const { key } = await createIncident(ctx(), {
    ...{ kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false, serviceIds: [] },
    ...{ title: "Mail is late", severity: 3, startedAt: "2017-02-13T12:50:00.000Z" },
  });
  return key;
}
const story = async (key: string) => (await listTimeline(ctx(), { key, limit: 50, includeHidden: true })).items;
const told = async (key: string) => (await story(key)).map(({ at, title, statedText }) => [at, title, statedText]);

const BROKEN = {
  filename: "mail.md",
  content:
    "# 2017-02-13\n\n- 12:58 UTC queue is growing\n- 25:10 UTC all queues under 100\n- 25:10 UTC all queues under 100\n",
};
const at = "2017-02-13T15:10:00.000Z";

describe("a rejected row", () => {
  it("is shown with what it becomes, and becomes an event at the time that a person gives it", async () => {
    const key = await incident();
    const before = await previewImport(ctx(), { key, ...BROKEN });
    expect(before.counts).toMatchObject({ created: 1, rejected: 2 });
    expect(before.rejects).toMatchObject([
      { reject: 1, at: null, event: { title: "all queues under 100", statedText: "25:10 UTC" } },
      { reject: 2, at: null },
    ]);
    const times = [{ reject: 2, at, precision: "minute" as const }];
    const after = await previewImport(ctx(), { key, ...BROKEN, times });
    expect(after.counts).toMatchObject({ created: 2, rejected: 1 });
    expect(after.rejects.map((reject) => reject.at)).toEqual([null, at]);
    const record = await createImport(ctx(), { key, ...BROKEN, times });
    expect(record).toMatchObject({ created: 2, rejected: 1, rejects: [{ text: "- 25:10 UTC all queues under 100" }] });
    expect(await told(key)).toContainEqual([at, "all queues under 100", "25:10 UTC"]);
  });

  it("adds nothing if it is imported with its time again, and is undone with its import", async () => {
    const key = await incident();
    const times = [
      { reject: 1, at, precision: "minute" as const },
      { reject: 2, at, precision: "minute" as const },
    ];
    const { id } = await createImport(ctx(), { key, ...BROKEN, times });
    expect(await createImport(ctx(), { key, ...BROKEN, times })).toMatchObject({ created: 0, known: 3 });
    await createImport(ctx(), { key, ...BROKEN, times: times.slice(1) });
    expect(await story(key)).toHaveLength(3);
    await undoImport(ctx(), { key, id });
    expect(await story(key)).toHaveLength(0);
  });
});

const HALVES = {
  filename: "mail.md",
  content: "# 2017-02-13 UTC\n\n- 2:30 around decided to drain by hand\n- 4:10 pm over\n",
};

describe("a typed time", () => {
  const setClockTo = async (key: string, offsetMs: number, version?: number) => {
    const [first] = await story(key);
    const clock = { sourceType: first?.source.type ?? "", importId: null, offsetMs };
    await setClock(ctx(), { key, ...clock, ...(version ? { version } : {}) });
  };

  it.each([
    ["a rejected row", BROKEN, { reject: 1 }, "all queues under 100", at],
    ["an ambiguous row", HALVES, { row: 1 }, "around decided to drain by hand", "2017-02-13T14:30:00.000Z"],
  ])(
    "of %s stays as typed, whether the clock of its source is moved before or after",
    async (_what, file, row, title, typed) => {
      const times = [{ ...row, at: typed, precision: "minute" as const }];
      const atOf = async (key: string) => (await story(key)).find((one) => one.title === title)?.at;
      const key = await incident();
      await createImport(ctx(), { key, filename: "before.md", content: "# 2017-02-13\n\n- 12:51 UTC mail slows\n" });
      await setClockTo(key, 120_000);
      expect((await story(key))[0]?.at).toBe("2017-02-13T12:53:00.000Z");
      await createImport(ctx(), { key, ...file, times });
      expect(await atOf(key)).toBe(typed);
      const [clock] = (await listClocks(ctx(), { key })).items;
      await setClockTo(key, -60_000, clock?.version);
      expect(await atOf(key)).toBe(typed);
      expect((await story(key)).find((one) => one.title === title)).toMatchObject({ original: { at: null } });
    },
  );

  it("stays as typed for an event that waited for a time", async () => {
    const key = await incident();
    await createImport(ctx(), { key, ...HALVES });
    await setClockTo(key, 120_000);
    const typed = "2017-02-13T14:30:00.000Z";
    await createImport(ctx(), { key, ...HALVES, times: [{ row: 1, at: typed, precision: "minute" }] });
    expect((await story(key)).find((one) => one.title.startsWith("around"))?.at).toBe(typed);
  });
});

describe("an ambiguous row", () => {
  it("offers its possible meanings, and uses the choice for itself alone", async () => {
    const key = await incident();
    const asked = await previewImport(ctx(), { key, ...HALVES });
    const [row] = asked.rows.filter(({ state }) => state === "ambiguous");
    expect(row?.choices).toEqual([
      { label: "02:30", at: "2017-02-13T02:30:00.000Z" },
      { label: "14:30", at: "2017-02-13T14:30:00.000Z" },
    ]);
    const times = [{ row: row?.row ?? 0, at: "2017-02-13T14:30:00.000Z", precision: "minute" as const }];
    const answered = await previewImport(ctx(), { key, ...HALVES, times });
    expect(answered.counts.ambiguous).toBe(asked.counts.ambiguous - 1);
    expect(answered.rows.find((one) => one.row === row?.row)).toMatchObject({ state: "new", timeGiven: true });
    await createImport(ctx(), { key, ...HALVES, times });
    expect(await told(key)).toContainEqual(["2017-02-13T14:30:00.000Z", "around decided to drain by hand", "2:30"]);
    expect(await createImport(ctx(), { key, ...HALVES })).toMatchObject({ created: 0 });
  });
});

const SLACKED = { filename: "first.md", content: "# 2017-02-13\n\n- 13:14 UTC Retry limit lowered from 50 to 5\n" };
const TWICE = {
  filename: "mail.md",
  content:
    "# 2017-02-13\n\n## Timeline of the relay\n- 12:58 UTC: the mail queue of the relay was growing\n\n## Timeline\n- 12:58 UTC mail queue of relay growing\n- 14:19 UTC workers restarted\n",
};
const ALERT = JSON.stringify([
  {
    fingerprint: "a1",
    status: { state: "active" },
    labels: { alertname: "QueueAgeHigh" },
    annotations: {},
    startsAt: "2017-02-13T12:57:12Z",
    endsAt: "0001-01-01T00:00:00Z",
    updatedAt: "2017-02-13T12:57:12Z",
    receivers: [{ name: "web" }],
    generatorURL: "",
  },
]);

describe("the same event twice", () => {
  it("is found within one text, and in the existing timeline", async () => {
    const key = await incident();
    const inText = await previewImport(ctx(), { key, ...TWICE });
    expect(inText.pairs.map(({ one, other }) => [one.title, other.title])).toEqual([
      ["the mail queue of the relay was growing", "mail queue of relay growing"],
    ]);
    await createImport(ctx(), { key, filename: "alerts.json", content: ALERT });
    const content = "# 2017-02-13\n\n- 12:58 UTC QueueAgeHigh pages the on-call\n";
    const { pairs } = await previewImport(ctx(), { key, filename: "n.md", content });
    expect(pairs).toMatchObject([
      { one: { row: 1, title: "QueueAgeHigh pages the on-call" }, other: { row: null, eventNumber: 1 } },
    ]);
  });

  it("becomes one event if someone says so, stays two if not, and isn't asked again", async () => {
    const key = await incident();
    await createImport(ctx(), { key, filename: "alerts.json", content: ALERT });
    const notes = { filename: "n.md", content: "# 2017-02-13\n\n- 12:58 UTC QueueAgeHigh pages the on-call\n" };
    const pair = (same: boolean) => [{ row: 1, other: { event: 1 }, same }];
    const { id } = await createImport(ctx(), { key, ...notes, pairs: pair(true) });
    const [lead, below] = await story(key);
    expect(below).toMatchObject({ leadId: lead?.id, relation: "merged" });
    await undoImport(ctx(), { key, id });
    expect((await story(key)).map(({ leadId }) => leadId)).toEqual([null]);
    const other = await incident();
    await createImport(ctx(), { key: other, filename: "alerts.json", content: ALERT });
    await createImport(ctx(), { key: other, ...notes, pairs: pair(false) });
    expect((await story(other)).map(({ leadId }) => leadId)).toEqual([null, null]);
    expect((await mergeSuggestions(ctx(), { key: other })).items).toEqual([]);
  });

  it("joins rows of the file by their numbers, ignores those left out, and rejects an event that doesn't exist", async () => {
    const key = await incident();
    const { pairs } = await previewImport(ctx(), { key, ...TWICE });
    const [first] = pairs;
    const answer = [{ row: first?.one.row ?? 0, other: { row: first?.other.row ?? 0 }, same: true }];
    await expect(
      createImport(ctx(), { key, ...SLACKED, pairs: [{ row: 1, other: { event: 99 }, same: true }] }),
    ).rejects.toMatchObject({ details: { fields: [{ field: "pairs", message: expect.stringContaining("E99") }] } });
    const leaveOut = [first?.other.row ?? 0];
    await createImport(ctx(), { key, ...TWICE, pairs: answer, leaveOut });
    expect((await story(key)).every(({ leadId }) => leadId === null)).toBe(true);
    await createImport(ctx(), { key, ...TWICE, pairs: answer });
    expect((await story(key)).filter(({ relation }) => relation === "merged")).toHaveLength(1);
  });
});
