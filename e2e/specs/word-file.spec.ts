import { readFileSync } from "node:fs";
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });

/** A write-up as people have them in Word: headings, words in bold, a list and a table. */
const writeUpOf = (title: string) =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
            heading("Summary"),
            new Paragraph({
              children: [
                new TextRun("Letters were "),
                new TextRun({ text: "very", bold: true }),
                new TextRun(" late."),
              ],
            }),
            heading("How the post office works"),
            new Paragraph({ text: "Sacks & carts", bullet: { level: 0 } }),
            new Paragraph({ text: "Trains <by night>", bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell("Town"), cell("Letters")] }),
                new TableRow({ children: [cell("Ålesund"), cell("1,204")] }),
              ],
            }),
          ],
        },
      ],
    }),
  );

const LETTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The paragraphs of a Word file with the name of their style, read from its XML. */
function paragraphsOf(path: string): { style: string; text: string }[] {
  const xml = strFromU8(unzipSync(readFileSync(path))["word/document.xml"] ?? new Uint8Array());
  return xml.split("</w:p>").map((paragraph) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? "",
    text: [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text?.replace(/&(\w+);/g, (entity, name: string) => LETTERS[name] ?? entity))
      .join(""),
  }));
}

test("a Word file becomes a review, and the review a Word file with the same words", async ({ person, open }) => {
  const maya = await person("member");
  const page = await open(maya);
  const review = new ReviewPage(page);
  const title = `Mail was late ${uniqueWord()}`;

  await page.goto("/write-ups");
  await page.getByLabel(/Drop write-ups/).setInputFiles({
    name: "mail.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await writeUpOf(title),
  });
  await page.getByRole("button", { name: "Import write-up" }).click();
  await page.getByRole("region", { name: "Report" }).getByRole("link", { name: title }).click();
  await review.ready();
  await expect(review.text.getByRole("heading", { name: "How the post office works" })).toBeVisible();
  await expect(review.text.getByRole("strong").filter({ hasText: "very" })).toBeVisible();
  await expect(review.text.getByRole("listitem").filter({ hasText: "Trains <by night>" })).toBeVisible();
  await expect(review.text.getByRole("cell", { name: "Ålesund" })).toBeVisible();

  await review.text.getByText("Letters were").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" Nobody was told.");
  await expect(review.saveState).toHaveText("Saved");
  await review.bar.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Export" }).click();
  const asked = page.getByRole("dialog", { name: "Export review" });
  await asked.getByLabel("Format").selectOption("Word");
  const download = page.waitForEvent("download");
  await asked.getByRole("button", { name: "Export review" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^REV-\d+\.docx$/);
  const paragraphs = paragraphsOf(await file.path());
  const styleOf = (text: string) => paragraphs.find((one) => one.text === text)?.style;
  const kept = ["Letters were very late. Nobody was told.", "Town", "Letters", "Ålesund", "1,204"];
  expect(paragraphs.map(({ text }) => text)).toEqual(expect.arrayContaining(kept));
  expect(styleOf("Summary")).toMatch(/^Heading/);
  expect(styleOf("How the post office works")).toMatch(/^Heading/);
  for (const text of ["Sacks & carts", "Trains <by night>"]) expect(styleOf(text), text).toMatch(/List/);
  expect(paragraphs.some(({ text }) => text.includes(title))).toBe(true);
});
