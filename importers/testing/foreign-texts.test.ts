import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";

const read = (text: string) => parseSource({ filename: "body.txt", bytes: new TextEncoder().encode(text) });
const events = (text: string) => read(text).events.map(({ at, title }) => [at, title]);
const AT = "2026-03-01T10:00:00.000Z";

describe("the body of a form", () => {
  it("is read as its fields, with JSON in them", () => {
    expect(events("token=x&channel=ops&timestamp=1772359200.000010&user_name=ann&text=Ping+lost")).toEqual([
      [AT, "Ping lost"],
    ]);
    const json = JSON.stringify({ created_at: AT, description: "Version 7 is out" });
    expect(events(`deployment=${encodeURIComponent(json)}`)).toEqual([[AT, "Version 7 is out"]]);
  });

  it("isn't found in what people write", () => {
    expect(read("10:00 UTC 2026-03-01 a=b&c=d").format).toBe("notes");
    expect(read("a=b").format).not.toBe("json");
  });
});

describe("XML", () => {
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n`;

  it("is read like JSON of the same shape", () => {
    const activity = `<activity><id type="integer">7</id><occurred_at>2026/03/01 10:00:00 UTC</occurred_at><description>Ann closed &quot;Login&quot;</description></activity>`;
    expect(events(head + activity)).toEqual([[AT, 'Ann closed "Login"']]);
  });

  it("gives an event for each entry of a feed, even a single one", () => {
    const item = (title: string) =>
      `<item><title>${title}</title><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>`;
    const feed = (items: string) =>
      `${head}<rss version="2.0"><channel><title>Status</title><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>${items}</channel></rss>`;
    expect(events(feed(item("API down") + item("API up")))).toEqual([
      [AT, "API down: Status"],
      [AT, "API up: Status"],
    ]);
    expect(events(feed(item("API down")))).toEqual([[AT, "API down: Status"]]);
    const entry = `<entry><published>${AT}</published><link href="https://example.com/1"/><title>API down</title></entry>`;
    expect(
      read(
        `${head}<feed xmlns="http://www.w3.org/2005/Atom"><title>Status</title><updated>${AT}</updated>${entry}</feed>`,
      ).events,
    ).toMatchObject([{ at: AT, title: "API down: Status", url: "https://example.com/1" }]);
  });

  it("gives the times in attributes of empty elements in a machine's log, even without an XML declaration", () => {
    const entry = (time: string, words: string) =>
      `<Event><System><TimeCreated SystemTime="${time}"/><Level>2</Level></System><Words><Message>${words}</Message></Words></Event>`;
    expect(
      events(`<Events xmlns="urn:log">${entry(AT, "Spooler stopped")}${entry(AT, "Spooler started")}</Events>`),
    ).toEqual([
      [AT, "Spooler stopped"],
      [AT, "Spooler started"],
    ]);
  });

  it("that is a page, or nested without end, isn't read as data", () => {
    expect(read(`${head}<html><body><p>10:00 UTC 2026-03-01 API down</p><p>x</p></body></html>`).format).toBe("html");
    expect(() => read(head + "<a>".repeat(5000))).not.toThrow();
    expect(() => read(`${head}<__proto__><constructor>x</constructor></__proto__>`)).not.toThrow();
  });
});
