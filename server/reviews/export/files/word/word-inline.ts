import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  InsertedTextRun,
  type IRunOptions,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from "docx";
import { type Change, type Inline, isRightToLeft, type PrintedThread, textOf } from "../../printed/printed.ts";

/** The ids of Word's comments, one for each comment of a thread, by the thread's number. */
type CommentIds = ReadonlyMap<number, readonly number[]>;

/** The ids in one file. */
export interface WordIds {
  comments: CommentIds;
  /** Returns the id of a tracked change. Each is used once. */
  nextChange(): number;
}

/** Returns the ids of comments that are in the text, and of tracked changes. */
export function wordIds(threads: readonly PrintedThread[]): WordIds {
  let last = 0;
  return {
    comments: commentIds(threads),
    nextChange() {
      last += 1;
      return last;
    },
  };
}

/** Returns the ids of the comments of threads that are in the text. */
function commentIds(threads: readonly PrintedThread[]): CommentIds {
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

/** Returns a run, or a tracked change of Word. Word has one change for a run, so a deleted insertion is deleted. */
function runOf(options: IRunOptions, changes: readonly Change[] = [], ids: WordIds): TextRun | TrackedRun {
  const change = changes.at(-1);
  if (!change) return new TextRun(options);
  const tracked = { ...options, id: ids.nextChange(), author: change.author, date: change.at };
  return change.kind === "insert" ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked);
}

type TrackedRun = InsertedTextRun | DeletedTextRun;

function partsOf(one: Inline, ids: WordIds): ParagraphChild[] {
  switch (one.kind) {
    case "break":
      return [new TextRun({ break: 1 })];
    case "chip":
      return linked(
        runOf(
          { text: one.text, shading: { type: ShadingType.CLEAR, fill: "E8EEF0" }, ...direction(one.text) },
          one.changes,
          ids,
        ),
        one.href,
      );
    case "comment": {
      const own = ids.comments.get(one.number) ?? [];
      if (one.side === "start") return own.map((id) => new CommentRangeStart(id));
      return own.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]);
    }
    case "words": {
      const has = (style: (typeof one.styles)[number]) => one.styles.includes(style);
      const options = {
        text: one.text,
        bold: has("bold"),
        italics: has("italic"),
        strike: has("strike"),
        ...(has("underline") ? { underline: {} } : {}),
        ...(has("code") ? { font: "Consolas" } : {}),
        ...(one.href === null ? {} : { style: "Hyperlink" }),
        ...direction(one.text),
      };
      return linked(runOf(options, one.changes, ids), one.href);
    }
  }
}

const direction = (text: string) => (isRightToLeft(text) ? { rightToLeft: true } : {});

const linked = (run: TextRun | TrackedRun, href: string | null): ParagraphChild[] =>
  href === null ? [run] : [new ExternalHyperlink({ link: href, children: [run] })];

/** Returns the runs of a line. */
export const runsOf = (content: readonly Inline[], ids: WordIds): ParagraphChild[] =>
  content.flatMap((one) => partsOf(one, ids));

/** Returns the options of a line that is read from right to left. */
export const lineDirection = (content: readonly Inline[]) =>
  isRightToLeft(textOf(content)) ? { bidirectional: true } : {};
