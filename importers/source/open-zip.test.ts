import { strFromU8, strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { AppError } from "#lib/base/errors.ts";
import { growth } from "#lib/base/testing/growth.ts";
import { inMemory } from "./byte-source.ts";
import { openZip, type ZipLimits } from "./open-zip.ts";

const LIMITS = { totalBytes: 3 * 1024 * 1024, fileBytes: 2_000_000, entries: 50 };
const zeros = (bytes: number) => new Uint8Array(bytes);

function unzipFiles(bytes: Uint8Array, limits?: ZipLimits) {
  const { files, skipped } = openZip(inMemory(bytes), limits);
  return { files: files.map(({ path, unpack }) => ({ path, bytes: unpack() })), skipped };
}

function refusal(bytes: Uint8Array, limits = LIMITS): AppError {
  try {
    unzipFiles(bytes, limits);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("the zip was not refused");
}

/** Overwrites a four-byte size in the directory and in the local header, as a malicious zip would. */
function withClaimedSize(zip: Uint8Array, size: number): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 4; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return lying;
}

describe("openZip", () => {
  it("unpacks text files, stored or deflated, and names the others", () => {
    const zip = zipSync({
      "a/b.json": [strToU8("[1]"), { level: 0 }],
      "c.txt": strToU8("x".repeat(5000)),
      "d.png": zeros(3),
      "__MACOSX/a/._b.json": zeros(3),
      "._d.png": zeros(3),
    });
    const { files, skipped } = unzipFiles(zip);
    expect(files.map(({ path, bytes }) => [path, strFromU8(bytes).length])).toEqual([
      ["a/b.json", 3],
      ["c.txt", 5000],
    ]);
    expect(skipped).toEqual(["d.png"]);
  });

  it("reads a zip that was written as a stream, with the sizes after the data", () => {
    const pieces: Uint8Array[] = [];
    const writer = new Zip((_error, piece) => pieces.push(piece));
    for (const [path, text] of [
      ["users.json", "[]"],
      ["general/2026-03-04.json", `[${"1,".repeat(9000)}1]`],
    ] as const) {
      const file = new ZipDeflate(path);
      writer.add(file);
      file.push(strToU8(text), true);
    }
    writer.end();
    const zip = Buffer.concat(pieces);
    expect(unzipFiles(zip).files.map(({ bytes }) => bytes.length)).toEqual([2, 18_003]);
  });

  it("rejects a zip bomb by its claimed and by its real size", () => {
    const bomb = zipSync({ "a.json": zeros(2_500_000) });
    expect(refusal(bomb)).toMatchObject({
      code: "too_large",
      message: "a.json in the zip is larger than 2 MB unpacked.",
    });
    expect(refusal(withClaimedSize(bomb, 10))).toMatchObject({ code: "too_large" });
    const many = zipSync({ "a.json": zeros(1_500_000), "b.json": zeros(1_500_000), "c.json": zeros(1_500_000) });
    expect(refusal(many).message).toMatch(/larger than 3 MB unpacked/);
    expect(refusal(withClaimedSize(many, 10))).toMatchObject({ code: "too_large" });
  });

  it("stops a zip bomb early, even if it claims to be small", () => {
    const bomb = (bytes: number) => withClaimedSize(zipSync({ "a.json": zeros(bytes) }), 10);
    expect(refusal(bomb(30_000_000)).code).toBe("too_large");
    expect(growth(bomb, refusal, 4_000_000, 40_000_000)).toBeLessThan(5);
  });

  it("rejects too many files, paths outside, and locked or damaged files", () => {
    const names = Array.from({ length: 60 }, (_, index) => [`${index}.json`, strToU8("1")]);
    expect(refusal(zipSync(Object.fromEntries(names)))).toMatchObject({ code: "too_large" });
    for (const path of ["../a.json", "a/../../b.json", "/etc/a.json", "C:\\a.json", "a\\..\\b.json"]) {
      expect(refusal(zipSync({ [path]: strToU8("1") })).message).toMatch(/outside the zip/);
    }
    const good = zipSync({ "a.json": strToU8("x".repeat(3000)) });
    const locked = good.slice();
    locked[6] = (locked[6] ?? 0) | 1;
    expect(refusal(locked).message).toMatch(/password/);
    expect(refusal(good.subarray(0, good.length - 30))).toMatchObject({ code: "invalid" });
    const torn = good.slice();
    torn.fill(0xff, 45, 60);
    expect(refusal(torn)).toMatchObject({ code: "invalid" });
  });
});
