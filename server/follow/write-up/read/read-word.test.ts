import {
  DeletedTextRun,
  Document,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { readWriteUpText } from "#importers/index.ts";
import { plainText } from "#lib/document/text.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { htmlOfWord } from "./read-word.ts";

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

async function wordFile(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
const read = async (bytes: Uint8Array) =>
  readWriteUpText({ html: await htmlOfWord(bytes), isMarkdown: false, title: null });

it("reads headings, lists, tables, formats and pictures of a Word file", async () => {
  const { title, blocks, pictures } = await read(
    await wordFile([
      new Paragraph({ text: "Mail was late", heading: HeadingLevel.TITLE }),
      new Paragraph({ text: "Summary", heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [new TextRun("It was "), new TextRun({ text: "very", bold: true }), new TextRun(" late.")],
      }),
      new Paragraph({ text: "The queue grew", bullet: { level: 0 } }),
      new Table({ rows: [new TableRow({ children: [cell("10:31"), cell("First alert")] })] }),
      new Paragraph({
        children: [
          new ImageRun({
            type: "png",
            data: PIXEL_PNG,
            transformation: { width: 1, height: 1 },
            altText: { name: "graph", description: "The queue", title: "graph" },
          }),
        ],
      }),
    ]),
  );
  expect(title).toBe("Mail was late");
  expect(blocks.map(({ type }) => type)).toEqual(["heading", "paragraph", "bulletList", "table", "picture"]);
  expect(blocks[1]?.content?.[1]).toEqual({ type: "text", text: "very", marks: [{ type: "bold" }] });
  expect(pictures).toMatchObject([{ alt: "The queue", address: "" }]);
  expect(pictures[0]?.bytes?.length).toBe(PIXEL_PNG.length);
});

it("reads a text as if its tracked changes were accepted", async () => {
  const date = "2026-03-04T10:00:00Z";
  const by = { author: "Ada", date };
  const { blocks } = await read(
    await wordFile([
      new Paragraph({
        children: [
          new TextRun("The cache "),
          new DeletedTextRun({ text: "server", id: 1, ...by }),
          new InsertedTextRun({ text: "cluster", id: 2, ...by }),
          new TextRun(" failed."),
        ],
      }),
    ]),
  );
  expect(plainText(blocks)).toBe("The cache cluster failed.");
});

it.each<[string, Uint8Array, string]>([
  ["another zip", zipSync({ "a.txt": strToU8("a") }), "This isn't a Word file"],
  ["a damaged file", zipSync({ "word/document.xml": strToU8("<w:document") }), "damaged"],
])("rejects %s", async (_name, bytes, message) => {
  await expect(htmlOfWord(bytes)).rejects.toMatchObject({
    details: { fields: [{ message: expect.stringContaining(message) }] },
  });
});

it.each(["word/document.xml", "word/._x.xml"])("rejects a file whose %s unpacks beyond the limit", async (path) => {
  const bomb = zipSync({ "word/document.xml": strToU8("<w:document/>"), [path]: new Uint8Array(70_000_000) });
  expect(bomb.length).toBeLessThan(200_000);
  await expect(htmlOfWord(bomb)).rejects.toMatchObject({ code: "too_large" });
});
