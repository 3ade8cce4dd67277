import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "./decode-bytes.ts";

const TEXT = "14:05 café “down” für 5 €";
const utf16 = (text: string, isBig: boolean) => {
  const buffer = Buffer.from(text, "utf16le");
  return isBig ? buffer.swap16() : buffer;
};

describe("decode", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)])],
    ["UTF-16 LE with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TEXT, false)])],
    ["UTF-16 BE with a mark", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(TEXT, true)])],
    ["UTF-16 LE", utf16(TEXT, false)],
    ["UTF-16 BE", utf16(TEXT, true)],
  ])("reads %s", (_name, bytes) => {
    expect(decode(bytes)).toBe(TEXT);
  });

  it("falls back to Windows-1252, which includes Latin-1", () => {
    expect(decode(Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x80]))).toBe("café €");
  });

  it("reads any text back from UTF-8, and any bytes at all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => decode(Buffer.from(`a${text}`)) === `a${text}` || text.includes("\u0000"),
      ),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decode(bytes) === "string"));
  });
});
