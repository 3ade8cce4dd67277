import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ICommentOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from "docx";
import { utc } from "#server/reviews/frozen/index.ts";
import {
  type Block,
  contentsOf,
  type PrintedReview,
  type PrintedThread,
  paragraphOf,
  plainWords,
} from "../../printed/printed.ts";
import { type Numbering, WordBlocks } from "./word-blocks.ts";
import { lineDirection, runsOf, type WordIds, wordIds } from "./word-inline.ts";

const MARGIN = 1134;
const GREY = "566364";
const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const BULLETS = ["•", "◦", "▪"];

const indentOf = (level: number) => ({ paragraph: { indent: { left: 400 * (level + 1), hanging: 300 } } });

const numberingOf = ({ reference, start }: Numbering) => ({
  reference,
  levels: DEPTHS.map((level) => ({
    ...{ level, start: level === 0 ? start : 1, format: LevelFormat.DECIMAL, text: `%${level + 1}.` },
    ...{ alignment: AlignmentType.START, style: indentOf(level) },
  })),
});

const BULLETED = {
  reference: "bullets",
  levels: DEPTHS.map((level) => ({
    ...{ level, format: LevelFormat.BULLET, text: BULLETS[level % BULLETS.length] ?? "•" },
    ...{ alignment: AlignmentType.START, style: indentOf(level) },
  })),
};

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: "1C2324" },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

const STYLES = {
  default: {
    document: {
      run: { font: "Calibri", size: 22, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 120 } },
    },
    title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 80 } } },
    heading1: heading(30, 360),
    heading2: heading(26, 280),
    heading3: heading(23, 220),
  },
  paragraphStyles: [
    { id: "Remark", name: "Remark", basedOn: "Normal", run: { color: GREY, size: 19 } },
    { id: "Quote", name: "Quote", basedOn: "Normal", run: { italics: true }, paragraph: { indent: { left: 400 } } },
    { id: "Caption", name: "caption", basedOn: "Normal", run: { bold: true, size: 19, color: GREY } },
    {
      ...{ id: "Code", name: "Code", basedOn: "Normal", run: { font: "Consolas", size: 18 } },
      paragraph: { indent: { left: 120 }, spacing: { before: 80, after: 120 } },
    },
  ],
};

const commentsOf = (threads: readonly PrintedThread[], { comments: ids }: WordIds): ICommentOptions[] => {
  return threads.flatMap(({ number, comments, isResolved }) => {
    const own = ids.get(number) ?? [];
    return own.map((id, at) => {
      const { author = "", at: when = "", body = "" } = comments[at] ?? {};
      const initials = author.replace(/(\p{L})[\p{L}'’-]*\s*/gu, "$1").slice(0, 3);
      return {
        ...{ id, author, initials, date: new Date(when), resolved: isResolved },
        ...(at === 0 || own[0] === undefined ? {} : { parentId: own[0] }),
        children: body.split(/\n+/).map((line) => new Paragraph(line)),
      };
    });
  });
};

/** Threads whose text was removed. */
const leftOver = (threads: readonly PrintedThread[]): Block[] => {
  const told = threads.filter(({ isPlaced }) => !isPlaced);
  if (told.length === 0) return [];
  const lines = told.flatMap(({ quote, comments }) => {
    const quoted: Block[] = quote === "" ? [] : [{ kind: "quote", blocks: [paragraphOf(quote)] }];
    const said = comments.map(({ author, at, body }) =>
      paragraphOf(`${author}, ${utc(at)}: ${body.replace(/\n+/g, " ")}`),
    );
    return [...quoted, ...said];
  });
  return [{ kind: "heading", level: 1, anchor: "", content: [plainWords("Other comments")] }, ...lines];
};

/** Returns the review as a Word document. */
export async function reviewWord(review: PrintedReview): Promise<Uint8Array<ArrayBuffer>> {
  const { title, about, blocks, comments, pictures } = review;
  const ids = wordIds(comments);
  const words = new WordBlocks(pictures, ids);
  const body = words.of([...blocks, ...leftOver(comments)]);
  const hasContents = contentsOf(blocks).length > 0;
  const grey = (children: (typeof PageNumber)[keyof typeof PageNumber][] | string[]) =>
    new TextRun({ children, color: GREY, size: 18 });
  const document = new Document({
    ...{ title, creator: "Afterword", styles: STYLES },
    numbering: { config: [BULLETED, ...words.numberings.map(numberingOf)] },
    comments: { children: commentsOf(comments, ids) },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        headers: { default: new Header({ children: [new Paragraph({ children: [grey([title])] })] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.END,
                children: [grey([PageNumber.CURRENT]), grey([" of "]), grey([PageNumber.TOTAL_PAGES])],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            ...{ heading: HeadingLevel.TITLE, ...lineDirection([plainWords(title)]) },
            children: [new TextRun(title)],
          }),
          new Paragraph({ style: "Remark", children: runsOf(about, ids) }),
          ...(hasContents
            ? // Word asks before it updates a field that is marked as old, and this one is complete but for its pages.
              [
                new Paragraph({ children: [new TextRun({ text: "Contents", bold: true })] }),
                new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-2", beginDirty: false }),
              ]
            : []),
          ...body,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
