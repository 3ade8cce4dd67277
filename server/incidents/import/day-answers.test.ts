import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { createIncident } from "#server/incidents/incident/index.ts";
import { answerZone, listTimeline, takeBackZone } from "#server/incidents/timeline/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { previewImport } from "#server/testing/preview-import.ts";
import { createImport, listImports } from "./index.ts";

const my = memberDesk();
const ctx = () => my.desk.as(my.member);

const NOTES =
  "- 23:50 to 00:05 alert\n- 00:20 UTC restart\n- 08:00 ±5 min calm\n\n## Actions\n- Renew, due 2020-09-30\n";

async function incident(): Promise<string> {
  const fields = {
    kind: "incident",
    resolvedAt: null,
    timeZone: "Europe/Berlin",
    impactText: "",
    restricted: false,
  } as const;
  const startedAt = "2020-06-11T22:30:00.000Z";
  const { key } = await createIncident(ctx(), {
    ...fields,
    serviceIds: [],
    title: "Search is slow",
    severity: 2,
    startedAt,
  });
  return key;
}
const story = async (key: string) => (await listTimeline(ctx(), { key, limit: 50, includeHidden: true })).items;
const times = async (key: string) =>
  (await story(key)).map(({ title, at, endAt, precision, zone }) => [title, at, endAt, precision, zone]);
const source = { filename: "notes.md", content: NOTES };

describe("a missing day", () => {
  it("is asked for in the preview, with the day of the incident and suggestions from the text", async () => {
    const key = await incident();
    const { dateNeeded, dayQuestion, counts } = await previewImport(ctx(), { key, ...source });
    expect({ dateNeeded, dayQuestion, counts }).toMatchObject({
      dateNeeded: true,
      dayQuestion: {
        times: 3,
        proposed: "2020-06-12",
        suggested: [{ date: "2020-09-30", line: 6, text: "Renew, due 2020-09-30" }],
      },
      counts: { created: 3, ambiguous: 3 },
    });
    const answered = await previewImport(ctx(), { key, ...source, date: "2020-06-11", zone: "UTC" });
    expect(answered).toMatchObject({ dateNeeded: false, dayQuestion: { times: 3 }, counts: { ambiguous: 0 } });
  });

  it("is asked for together with a missing time zone", async () => {
    const key = await incident();
    const asked = async (content: string) => {
      const { dateNeeded, zoneNeeded } = await previewImport(ctx(), { key, filename: "n.md", content });
      return { dateNeeded, zoneNeeded };
    };
    expect(await asked("- 14:05 alert\n- 14:20 restart\n")).toEqual({ dateNeeded: true, zoneNeeded: true });
    expect(await asked("- 14:05 UTC alert\n- 14:20 UTC restart\n")).toEqual({ dateNeeded: true, zoneNeeded: false });
  });

  it("reports how many of those times also lack a time zone", async () => {
    const record = await createImport(ctx(), { key: await incident(), ...source });
    expect(record).toMatchObject({ undated: 3, undatedZoneless: 2 });
  });

  it("is answered for all files of a zip at once", async () => {
    const key = await incident();
    const note = (name: string) => [name, new TextEncoder().encode("- 14:05 alert\n- 14:20 restart\n")] as const;
    const zip = zipSync(Object.fromEntries([note("a.md"), note("b.txt")]));
    const content = Buffer.from(zip).toString("base64");
    const { id: importId } = await createImport(ctx(), { key, filename: "all.zip", content, encoding: "base64" });
    const answer = await answerZone(ctx(), { key, importId, date: "2020-06-11", zone: "UTC" });
    expect(answer).toMatchObject({ answered: 4, stillAmbiguous: 0 });
  });

  it("is answered after the import as before it, with the time zone, and can be undone", async () => {
    const [later, before] = [await incident(), await incident()];
    const zoneless = { ...source, content: NOTES.replace(" UTC", "") };
    const { id: importId, undated, undatedZoneless } = await createImport(ctx(), { key: later, ...zoneless });
    expect({ undated, undatedZoneless }).toEqual({ undated: 3, undatedZoneless: 3 });
    await createImport(ctx(), { key: before, ...zoneless, date: "2020-06-11", zone: "Europe/Berlin" });
    const open = await times(later);
    const { answerId, ...counts } = await answerZone(ctx(), {
      key: later,
      importId,
      date: "2020-06-11",
      zone: "Europe/Berlin",
    });
    expect(counts).toEqual({ answered: 3, stillAmbiguous: 0 });
    const withoutZone = async (key: string) => (await times(key)).map((time) => time.slice(0, 4));
    expect(await withoutZone(later)).toEqual(await withoutZone(before));
    expect((await listImports(ctx(), { key: later })).items[0]).toMatchObject({
      undated: 0,
      zoneAnswers: [{ id: answerId, date: "2020-06-11", zone: "Europe/Berlin" }],
    });
    expect(await takeBackZone(ctx(), { key: later, id: answerId ?? "" })).toEqual({ askedAgain: 3, kept: 0 });
    expect(await times(later)).toEqual(open);
  });

  it("leads to a warning if it is more than a day outside the incident", async () => {
    const key = await incident();
    const { outside } = await previewImport(ctx(), { key, ...source, date: "2019-06-11", zone: "UTC" });
    expect(outside).toEqual([{ date: "2019-06-12", times: 3, days: -366, answer: null }]);
    expect((await previewImport(ctx(), { key, ...source, date: "2020-06-12", zone: "UTC" })).outside).toEqual([]);
  });

  it("is enough for times with a stated time zone", async () => {
    const key = await incident();
    const content = "- 23:50 alert\n- 00:20 UTC restart\n- 08:00 CET calm\n";
    const { id: importId } = await createImport(ctx(), { key, filename: "notes.md", content });
    const { answered, stillAmbiguous } = await answerZone(ctx(), { key, importId, date: "2020-06-11" });
    expect({ answered, stillAmbiguous }).toEqual({ answered: 2, stillAmbiguous: 1 });
    expect((await times(key)).find(([title]) => title === "restart")?.[1]).toBe("2020-06-12T00:20:00.000Z");
  });

  it("is added to existing events if the file is imported again with it", async () => {
    const key = await incident();
    await createImport(ctx(), { key, ...source });
    const again = await createImport(ctx(), { key, ...source, date: "2020-06-11", zone: "UTC" });
    expect(again).toMatchObject({ created: 0, known: 3 });
    expect((await times(key)).map(([, at]) => at)).toEqual([
      "2020-06-11T23:50:00.000Z",
      "2020-06-12T00:20:00.000Z",
      "2020-06-12T08:00:00.000Z",
    ]);
  });
});
