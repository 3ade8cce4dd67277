import { expect, it } from "vitest";
import { FILE_NAME_LENGTH, fileNameOf } from "./file-name.ts";

it.each([
  ["graph.png", "graph.png"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\ana\\notes of March.txt", "notes of March.txt"],
  ["a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt"],
  ["invoice\u202egpj.exe", "invoicegpj.exe"],
  ["\u2066log\u2069.txt", "log.txt"],
  ["größe-日本.txt", "größe-日本.txt"],
  ["\t\u0000", "file"],
  ["folder/", "file"],
  ["", "file"],
])("a file named %j is stored as %s", (given, kept) => {
  expect(fileNameOf(given)).toBe(kept);
});

it("a long name is cut", () => {
  expect(fileNameOf("a".repeat(1000))).toHaveLength(FILE_NAME_LENGTH);
});
