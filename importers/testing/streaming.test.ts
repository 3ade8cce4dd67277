import fc from "fast-check";
import { strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { ParseResult, SourceText } from "#importers/base/importer.ts";
import { slackImporter } from "#importers/chat/slack.ts";
import { joinParts } from "#importers/kit/join-parts.ts";
import { type ByteSource, inMemory } from "#importers/source/byte-source.ts";
import { decode } from "#importers/source/decode-bytes.ts";
import { readZip } from "#importers/source/read-source.ts";
import { textPieces } from "#importers/source/text-pieces.ts";
import { csvImporter } from "#importers/table/csv.ts";
import { slackZip } from "./fixtures.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function streamCsv(bytes: Uint8Array, pieceBytes: number): ParseResult {
  const pieces = textPieces(inMemory(bytes), pieceBytes);
  const source: SourceText = { filename: "a.csv", text: decode(bytes), json: undefined, pieces };
  return joinParts(csvImporter.stream?.(source, { zone: "UTC" }) ?? []);
}

const cell = fc.oneof(
  fc.constantFrom("Deploy finished", 'said ""no""', "two\nlines", "a,b", "", "ümläut 🚒", '"'),
  fc.string({ maxLength: 12 }),
);
const stamp = fc.oneof(
  fc
    .date({ min: new Date("2020-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
    .map((at) => at.toISOString()),
  fc.constantFrom("3/4/2026 9:05", "13/4/2026 10:00", "11:40", "1:10", "not a time"),
);
const row = fc
  .tuple(stamp, cell, fc.boolean())
  .map(([at, text, quoted]) => `${at},${quoted ? `"${text.replaceAll('"', '""')}"` : text}`);
const table = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 30 }), fc.constantFrom("\n", "\r\n"))
  .map(([rows, end]) => ["time,title", ...rows].join(end));

describe("text in pieces", () => {
  const written = fc.string({ unit: "binary", maxLength: 200 });
  const cuts = fc.integer({ min: 8, max: 40 });

  it("is the whole text, wherever its bytes are cut", () => {
    fc.assert(
      fc.property(fc.oneof(written.map(encode), fc.uint8Array({ maxLength: 200 })), cuts, (bytes, pieceBytes) => {
        expect([...textPieces(inMemory(bytes), pieceBytes)()].join("")).toBe(decode(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it("works in UTF-16 too", () => {
    fc.assert(
      fc.property(written, cuts, (text, pieceBytes) => {
        const bytes = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
        expect([...textPieces(inMemory(bytes), pieceBytes)()].join("")).toBe(decode(bytes));
      }),
    );
  });
});

describe("a table in pieces", () => {
  it("gives the same events and rejects wherever it is cut", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 8, max: 200 }), (text, pieceBytes) => {
        const whole = csvImporter.parse({ filename: "a.csv", text, json: undefined }, { zone: "UTC" });
        expect(streamCsv(encode(text), pieceBytes)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it("gives the same events if longer than what is kept from the first pass", () => {
    const rows = Array.from(
      { length: 25_000 },
      (_, index) => `${1 + (index % 28)}/2/2026 ${index % 12}:0${index % 6},Step ${index}`,
    );
    const text = ["time,title", ...rows, '13/2/2026 10:00,"never closed', "14/2/2026 10:00,Last"].join("\n");
    const { events, rejects } = streamCsv(encode(text), 100_000);
    expect(events).toHaveLength(25_001);
    expect(rejects.map(({ line }) => line)).toContain(25_002);
    expect(csvImporter.parse({ filename: "a.csv", text, json: undefined }, { zone: "UTC" })).toEqual({
      events,
      rejects,
      context: [{ line: 1, text: "time, title" }],
    });
  });
});

describe("a Slack export in pieces", () => {
  it("never reads more of its zip than one file at a time", () => {
    const { filename, bytes } = slackZip();
    const asked: number[] = [];
    const source: ByteSource = {
      size: bytes.length,
      read: (start, end) => {
        asked.push(end - start);
        return bytes.subarray(start, end);
      },
    };
    const zip = readZip({ filename, bytes: source });
    asked.length = 0;
    const streamed = joinParts(slackImporter.stream?.(zip, {}) ?? []);
    expect(streamed.events).toHaveLength(9);
    expect(streamed).toEqual(slackImporter.parse(readZip({ filename, bytes: inMemory(bytes) }), {}));
    expect(Math.max(...asked)).toBeLessThan(bytes.length / 2);
    expect(strFromU8(bytes.subarray(0, 2))).toBe("PK");
  });
});
