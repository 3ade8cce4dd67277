import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { detectFormat } from "#importers/index.ts";
import {
  fixture,
  fixturePaths,
  jsonInput,
  parseFixture,
  slackZip,
  textInput,
  zipInput,
} from "#importers/testing/fixtures.ts";
import { AppError } from "#lib/base/errors.ts";
import { parseSource } from "./parse-source.ts";

describe("parseSource", () => {
  it("rejects unreadable JSON once: what it is and what to do", () => {
    const parsed = parseSource(jsonInput({ colour: "blue", sizes: {} }));
    expect(parsed).toMatchObject({ format: "unknown", certainty: 0, events: [] });
    expect(parsed.rejects).toHaveLength(1);
    expect(parsed.rejects[0]?.reason).toBe(
      "Afterword can't read this JSON: an object with the fields colour, sizes. Import another export, or paste what happened as lines that start with a time.",
    );
  });

  it.each([
    ["", /empty/],
    ['{"alerts": [', /damaged or cut off/],
    ["[]", /an empty list/],
    ["\u0000\u0001\u0002PNG\u0000\u0003", /isn't a text file/],
  ])("explains what is wrong with %j", (text, reason) => {
    expect(parseSource(textInput(text)).rejects).toMatchObject([{ reason: expect.stringMatching(reason) }]);
  });

  it("rejects an unknown format and lists the known ones", () => {
    expect(() => parseSource(jsonInput([]), { format: "word" })).toThrow(/Formats: .*pagerduty/);
    expect(() => parseSource(jsonInput([]), { format: "word" })).toThrow(AppError);
  });

  it("reads as the chosen format, and rejects what doesn't match it", () => {
    const parsed = parseSource(fixture("github/push.json"), { format: "pagerduty" });
    expect(parsed).toMatchObject({ format: "pagerduty", certainty: 0, events: [], rejects: [{ line: 1 }] });
  });

  it("reads UTF-16 and a zip with one file in it like the file itself", () => {
    const path = "pagerduty/api-incidentLogEntries-faros.json";
    const text = Buffer.from(fixture(path).bytes).toString();
    const utf16 = {
      filename: "a.json",
      bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
    };
    expect(parseSource(utf16).events).toEqual(parseFixture(path).events);
    expect(parseSource(zipInput({ "log.json": text })).events).toEqual(parseFixture(path).events);
  });

  it("explains for each file of a zip why it can't be read", () => {
    const { rejects } = parseSource(zipInput({ "a.json": "{}", "b.json": '{"broken' }));
    expect(rejects.map(({ reason }) => reason)).toEqual([
      "a.json: Afterword can't read this JSON: an object with no fields.",
      "b.json: This JSON is damaged or cut off.",
    ]);
    expect(parseSource(zipInput({ "a.png": "x" })).rejects[0]?.reason).toMatch(/no text or JSON/);
  });

  it("asks for the time zone of a time without an offset, and uses the given one", () => {
    const input = jsonInput([{ id: "R1", type: "acknowledge_log_entry", created_at: "2026-07-04T09:00:00" }]);
    expect(parseSource(input).events).toMatchObject([
      { at: null, ambiguity: { reason: "zone", local: "2026-07-04T09:00:00" } },
    ]);
    expect(parseSource(input, { zone: "Europe/Dublin" }).events).toMatchObject([
      { at: "2026-07-04T08:00:00.000Z", ambiguity: null },
    ]);
  });

  it("survives depth, long lists and hostile keys", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    expect(parseSource(textInput(deep)).rejects).toHaveLength(1);
    expect(
      parseSource(textInput(`{"alerts":[{"labels":{"a":${deep}},"startsAt":"2026-03-04T09:00:00Z"}]}`)).events,
    ).toHaveLength(1);
    expect(parseSource(textInput("[\n".repeat(50_000))).rejects).toHaveLength(1);
    const message = {
      type: "message",
      user: "__proto__",
      ts: "1772615821.000001",
      text: "<@constructor> <@__proto__>",
    };
    const parsed = parseSource(jsonInput(Array.from({ length: 20_000 }, () => message)));
    expect(parsed.events.length + parsed.context.length).toBe(20_000);
  });
});

const PATHS = ["alertmanager", "pagerduty", "statuspage", "github", "slack"].flatMap(fixturePaths);
const json = fc.jsonValue({ maxDepth: 4 });

/** Every element of a list ends in an outcome at its own position. */
function accountsForAll(list: unknown[]): boolean {
  const { events, rejects, context, format } = parseSource(jsonInput(list));
  if (format === "unknown") return rejects.length === 1;
  const places = new Set([...events, ...rejects, ...context].map(({ line }) => line));
  return list.every((_, index) => places.has(index + 1));
}

describe("properties", () => {
  it("never throws on any bytes or JSON, with any importer", () => {
    const formats = fc.constantFrom(undefined, "pagerduty", "slack", "alertmanager", "statuspage", "github");
    fc.assert(
      fc.property(
        fc.oneof(
          json.map(jsonInput),
          fc.string().map((text) => textInput(text)),
        ),
        formats,
        (input, format) => {
          const parsed = parseSource(input, format ? { format } : {});
          return parsed.events.length + parsed.rejects.length + parsed.context.length > 0;
        },
      ),
      { numRuns: 400 },
    );
  });

  it("never throws on a fixture with a value replaced, and loses none of its elements", () => {
    const arbitrary = fc.record({ path: fc.constantFrom(...PATHS), seed: fc.nat(), value: json });
    fc.assert(
      fc.property(arbitrary, ({ path, seed, value }) => {
        const original: unknown = firstJson(Buffer.from(fixture(path).bytes).toString());
        const list = Array.isArray(original) ? original : [original];
        return accountsForAll([...list.map((item) => mutate(item, seed, value)), ...list]);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same events in any order of the elements", () => {
    const list = JSON.parse(Buffer.from(fixture("github/fictional-deliveries.json").bytes).toString());
    const titles = (items: unknown[]) =>
      parseSource(jsonInput(items))
        .events.map(({ externalId }) => externalId)
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(titles(shuffled)).toEqual(titles(list));
      }),
      { numRuns: 30 },
    );
  });

  it("throws only its own errors on damaged zips", () => {
    const zip = slackZip().bytes;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(zip.length),
        (edits, length) => {
          const damaged = zip.slice(0, length < 100 ? zip.length : length);
          for (const [at, byte] of edits) damaged[at % damaged.length] = byte;
          try {
            parseSource({ filename: "x.zip", bytes: damaged });
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(() => parseSource({ filename: "x.zip", bytes: zipSync({}) })).not.toThrow();
  });
});

describe("detectFormat", () => {
  it("lists the most confident importer first, with its reason", () => {
    const [first] = detectFormat(fixture("pagerduty/fictional-log-entries.json"));
    expect(first?.importer.name).toBe("pagerduty");
    expect(first?.reason).toMatch(/^9 of 9|^All 9 entries have/);
  });
});

function firstJson(text: string): unknown {
  return JSON.parse(
    text.split("\n").every((line) => line === "" || /^[{t].*/.test(line)) ? (text.split("\n")[0] ?? "") : text,
  );
}

/** Returns the same value with one of its leaves replaced, picked by the seed. */
function mutate(value: unknown, seed: number, replacement: unknown): unknown {
  if (typeof value !== "object" || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[seed % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> = { ...value };
  copy[key] = seed % 3 === 0 ? replacement : mutate(copy[key], Math.floor(seed / 3), replacement);
  return Array.isArray(value) ? Object.values(copy) : copy;
}
