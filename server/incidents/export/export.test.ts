import { describe, expect, it } from "vitest";
import { exportScore, exportTimeline } from "./index.ts";
import { scoreFont } from "./score-font.ts";
import { exportDesk } from "./testing/export-desk.ts";

const { newIncident, exportAs, curated, asViewer } = exportDesk();

describe("files for people", () => {
  it("state their time zone and leave hidden events out unless requested", async () => {
    const key = await curated();
    const text = await exportAs(key, "markdown");
    expect(text).toContain("Times are UTC. 6 events, 1 hidden one left out.");
    expect(text).not.toContain("takes command");
    expect(text).toContain("| Detected | 2017-01-31 14:05 UTC | E1 |");
    expect(await exportAs(key, "markdown", { includeHidden: true })).toContain("takes command");
    expect(await exportAs(key, "text", { zone: "incident" })).toContain(
      "Times are in Europe/Berlin, each with its offset.",
    );
    const csv = await exportAs(key, "csv", { zone: "America/New_York" });
    expect(csv.split("\r\n")[0]).toContain("Time (America/New_York)");
    expect(csv).toContain("2017-01-31T09:05:00-05:00");
    expect(csv).toContain("'=who knows");
  });

  it("are named after the incident, reject an unknown time zone, and hide what is hidden from the reader", async () => {
    const { key } = await newIncident();
    const input = { key, format: "csv", zone: "UTC" } as const;
    expect((await exportTimeline(asViewer(), input)).name).toBe(`${key}-timeline.csv`);
    await expect(exportTimeline(asViewer(), { ...input, zone: "Mars" })).rejects.toMatchObject({ code: "invalid" });
    const secret = await newIncident(true);
    await expect(exportTimeline(asViewer(), { ...input, key: secret.key })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the score as a picture", () => {
  it("is standalone and states its time zone", async () => {
    const key = await curated();
    const file = await exportScore(asViewer(), {
      key,
      zone: "incident",
      theme: "dark",
      widthPx: 1400,
      includeHidden: false,
    });
    const svg = await file.text();
    expect(file.type).toContain("image/svg+xml");
    expect(svg).toContain(`<title id="title">${key} Mail is late</title>`);
    expect(svg).toContain("Times are in Europe/Berlin");
    expect(svg).not.toMatch(/var\(|class=|href=|<script/);
    expect(svg.match(/@font-face\{font-family:"Hanken Grotesk Variable";[^}]*base64,d09GM/g)).toHaveLength(1);
  });

  it.each([
    ["Mail is late", 1],
    ["Größe, é, “quoted” – 5 × 3", 1],
    ["Łódź relay", 2],
    ["price in €", 2],
    ["日本", 1],
  ])("embeds the font for the words %j in %i parts", (words, parts) => {
    expect(scoreFont(words).match(/@font-face/g)).toHaveLength(parts);
  });
});
