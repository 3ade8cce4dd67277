import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { WRITE_UP_LIMITS } from "#lib/follow/write-up/limits.ts";
import { unpackWriteUps } from "./unpack.ts";

const TEXT = new Uint8Array([97]);
const many = (count: number, ending: string) =>
  Array.from({ length: count }, (_, n) => [`${String(n).padStart(4, "0")}.${ending}`, TEXT]);

it("states the number of files beyond the limits instead of naming each", () => {
  const { files: most } = WRITE_UP_LIMITS;
  const stored = zipSync(Object.fromEntries([...many(most + 1200, "md"), ...many(201, "pdf")]));
  const files = [...unpackWriteUps({ filename: "old.zip", stored })];
  expect(files.filter(({ refused }) => refused === null)).toHaveLength(most);
  const refused = files.filter(({ refused }) => refused !== null);
  expect(refused.map(({ path }) => path)).toEqual([
    "1,200 more write-ups",
    ...many(200, "pdf").map(([path]) => path),
    "1 more file",
  ]);
  expect(refused[0]?.refused).toContain(`at most ${most} write-ups`);
});

it("leaves out what an operating system adds to a zip", () => {
  const stored = zipSync({ "a.md": TEXT, "__MACOSX/._a.md": TEXT, "._b.md": TEXT, "Thumbs.db": TEXT });
  expect([...unpackWriteUps({ filename: "old.zip", stored })].map(({ path }) => path)).toEqual(["a.md"]);
});
