import { describe, expect, it } from "vitest";
import { filesInFolders } from "./dropped-files.ts";

const file = (name: string) =>
  ({
    ...{ name, isFile: true, isDirectory: false },
    file: (give: (file: File) => void) => give(new File([], name)),
  }) as unknown as FileSystemEntry;

/** Gives its entries in parts of two, as a browser gives them in parts of a hundred. */
const folder = (name: string, ...inside: FileSystemEntry[]) =>
  ({
    ...{ name, isFile: false, isDirectory: true },
    createReader: () => {
      let at = 0;
      return {
        readEntries: (give: (part: FileSystemEntry[]) => void) => {
          give(inside.slice(at, at + 2));
          at += 2;
        },
      };
    },
  }) as unknown as FileSystemEntry;

const namesIn = async (entries: FileSystemEntry[], most?: number) => {
  const { files, note } = await filesInFolders(entries, (name) => name.endsWith(".md"), most);
  return [files.map(({ name }) => name), note];
};

describe("the files of dropped folders", () => {
  it("are those that are wanted, in the order of their names", async () => {
    const old = folder("2019", file("b.md"), file("logo.png"), file("a.md"), file(".hidden.md"));
    const all = folder("write-ups", file("10.md"), file("9.md"), old, folder(".git", file("c.md")), folder("empty"));
    expect(await namesIn([all])).toEqual([["9.md", "10.md", "a.md", "b.md"], null]);
  });

  it("follow the files that were dropped with them, of any kind", async () => {
    expect(await namesIn([file("one.pdf"), folder("more", file("two.md"))])).toEqual([["one.pdf", "two.md"], null]);
  });

  it("end at a bound, which is said", async () => {
    const three = folder("three", file("1.md"), file("2.md"), file("3.md"));
    expect(await namesIn([three], 2)).toEqual([["1.md", "2.md"], expect.stringMatching(/^Only the first 2 files/)]);
    expect(await namesIn([three], 3)).toEqual([["1.md", "2.md", "3.md"], null]);
  });

  it("can be none, which is said", async () => {
    expect(await namesIn([folder("pictures", file("logo.png"))])).toEqual([[], "No files in this folder can be read."]);
  });
});
