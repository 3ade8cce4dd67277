import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from "docx";
import { type Inline, isRightToLeft, type PrintedThread, textOf } from "../../printed/printed.ts";

/** The ids of Word's comments, one for each comment of a thread, by the thread's number. */
export type CommentIds = ReadonlyMap<number, readonly number[]>;

/** Returns the ids of the comments of threads that are in the text. */
export function commentIds(threads: readonly PrintedThread[]): CommentIds {
  let next = 0;
  return new Map(
    threads
      .filter(({ isPlaced }) => isPlaced)
      .map(({ number, comments }) => {
        const first = next;
        next += comments.length;
        return [number, comments.map((_, at) => first + at)];
      }),
  );
}

function partsOf(one: Inline, ids: CommentIds): ParagraphChild[] {
  switch (one.kind) {
    case "break":
      return [new TextRun({ break: 1 })];
    case "chip":
      return linked(
        new TextRun({ text: one.text, shading: { type: ShadingType.CLEAR, fill: "E8EEF0" }, ...direction(one.text) }),
        one.href,
      );
    case "comment": {
      const own = ids.get(one.number) ?? [];
      if (one.side === "start") return own.map((id) => new CommentRangeStart(id));
      return own.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]);
    }
    case "words": {
      const has = (style: (typeof one.styles)[number]) => one.styles.includes(style);
      const run = new TextRun({
        text: one.text,
        bold: has("bold"),
        italics: has("italic"),
        strike: has("strike"),
        ...(has("underline") ? { underline: {} } : {}),
        ...(has("code") ? { font: "Consolas" } : {}),
        ...(one.href === null ? {} : { style: "Hyperlink" }),
        ...direction(one.text),
      });
      return linked(run, one.href);
    }
  }
}

const direction = (text: string) => (isRightToLeft(text) ? { rightToLeft: true } : {});

const linked = (run: TextRun, href: string | null): ParagraphChild[] =>
  href === null ? [run] : [new ExternalHyperlink({ link: href, children: [run] })];

/** Returns the runs of a line. */
export const runsOf = (content: readonly Inline[], ids: CommentIds): ParagraphChild[] =>
  content.flatMap((one) => partsOf(one, ids));

/** Returns the options of a line that is read from right to left. */
export const lineDirection = (content: readonly Inline[]) =>
  isRightToLeft(textOf(content)) ? { bidirectional: true } : {};
