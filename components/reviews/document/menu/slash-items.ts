import type { ChainedCommands, Editor, Range } from "@tiptap/core";
import { LIVE_BLOCK_KINDS, LIVE_BLOCK_WORDS } from "#lib/base/vocabulary/review.ts";
import { moveAtCaret } from "../move/move-block.ts";
import { TABLE_COMMANDS } from "../table/table-commands.ts";
import type { MenuItem } from "./menu-store.ts";

type Step = (chain: ChainedCommands) => ChainedCommands;

const block = (label: string, detail: string, step: Step): MenuItem => ({
  id: label,
  label,
  detail,
  group: "Text",
  run: (editor: Editor, range: Range) => void step(editor.chain().focus().deleteRange(range)).run(),
});

const TEXT: readonly MenuItem[] = [
  block("Heading", "Starts a new section", (chain) => chain.setHeading({ level: 2 })),
  block("Small heading", "Within a section", (chain) => chain.setHeading({ level: 3 })),
  block("Bullet list", "- and a space", (chain) => chain.toggleBulletList()),
  block("Numbered list", "1. and a space", (chain) => chain.toggleOrderedList()),
  block("Task list", "A list with check boxes", (chain) => chain.toggleTaskList()),
  block("Quote", "A quotation", (chain) => chain.toggleBlockquote()),
  block("Code", "Commands, logs, output", (chain) => chain.toggleCodeBlock()),
  block("Table", "3 rows, 3 columns", (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })),
  block("Callout", "A highlighted note", (chain) =>
    chain.insertContent({ type: "callout", content: [{ type: "paragraph" }] }),
  ),
  block("Collapsible", "A title with text below it that folds away", (chain) =>
    chain.insertContent({ type: "collapsible", content: [{ type: "paragraph" }] }),
  ),
  block("Divider", "A horizontal line", (chain) => chain.setHorizontalRule()),
];

const IN_TABLE: readonly MenuItem[] = TABLE_COMMANDS.map(({ label, command }) => ({
  id: label,
  label,
  group: "This table",
  run: (editor, range) => {
    editor.chain().focus().deleteRange(range).run();
    command(editor.state, editor.view.dispatch, editor.view);
  },
}));

const moving = (label: string, by: -1 | 1): MenuItem => ({
  id: label,
  label,
  detail: by < 0 ? "Alt Shift ↑" : "Alt Shift ↓",
  group: "This block",
  run: (editor, range) => {
    editor.chain().focus().deleteRange(range).run();
    moveAtCaret(editor, by);
  },
});
const THIS_BLOCK: readonly MenuItem[] = [moving("Move up", -1), moving("Move down", 1)];

const RECORDS: readonly MenuItem[] = LIVE_BLOCK_KINDS.map((kind) => ({
  id: kind,
  label: LIVE_BLOCK_WORDS[kind],
  detail: "Live block from the records",
  group: "Records",
  run: (editor, range) =>
    void editor.chain().focus().deleteRange(range).insertContent({ type: "liveBlock", attrs: { kind } }).run(),
}));

/** Names from other editors, by label. A typed word finds those that start with it. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  Heading: ["h1", "h2", "title", "section"],
  "Small heading": ["h3", "h4", "subheading"],
  "Bullet list": ["ul", "unordered"],
  "Numbered list": ["ol", "ordered"],
  "Task list": ["todo", "to-do", "checklist", "checkbox"],
  Quote: ["blockquote"],
  Code: ["snippet", "preformatted"],
  Callout: ["note", "info", "warning"],
  Collapsible: ["toggle", "details", "accordion"],
  Divider: ["hr", "rule", "separator"],
  Picture: ["image", "img", "photo", "screenshot"],
  "Link card": ["bookmark", "embed", "url"],
};

interface SlashPlace {
  /** Commands of the page. */
  more: readonly MenuItem[];
  isInTable: boolean;
  /** Asks for files. */
  addPicture: () => void;
  /** Asks for an address. */
  addCard: () => void;
}

/** Everything that "/" can insert, filtered by the typed text. Inside a table its rows and columns come first. */
export function slashItems(typed: string, { more, isInTable, addPicture, addCard }: SlashPlace): MenuItem[] {
  const words = typed.toLowerCase();
  const asking = (label: string, detail: string, ask: () => void): MenuItem => ({
    ...{ id: label, label, detail, group: "Text" },
    run: (editor, range) => {
      editor.chain().focus().deleteRange(range).run();
      ask();
    },
  });
  const asked = [
    asking("Picture", "PNG, JPEG, WebP or GIF", addPicture),
    asking("Link card", "A link with the title of its page", addCard),
  ];
  return [
    ...(isInTable ? IN_TABLE : []),
    ...TEXT,
    ...asked,
    ...more,
    ...RECORDS,
    ...(isInTable ? [] : THIS_BLOCK),
  ].filter(
    ({ label }) =>
      label.toLowerCase().includes(words) || OTHER_NAMES[label]?.some((name) => name.startsWith(words)) === true,
  );
}
