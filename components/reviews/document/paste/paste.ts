import { type Editor, Extension } from "@tiptap/core";
import { Fragment } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { toastError } from "#components/ui/overlays/toast.tsx";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { cleanPastedHtml } from "./clean-html.ts";
import { hasTooManyCells, isMarkdown, MOST_BYTES, storedBytes, tableOf } from "./pasted-text.ts";

const MOST_CHARS = 500_000;
const TOO_MANY_PARTS = "it has too many lines, cells or links";

const paragraph = (text: string): DocumentNode => ({
  type: "paragraph",
  ...(text === "" ? {} : { content: [{ type: "text", text }] }),
});

/** The first row of a spreadsheet is usually its header. */
const tableNode = (rows: readonly (readonly string[])[]): DocumentNode => ({
  type: "table",
  content: rows.map((row, index) => ({
    type: "tableRow",
    content: row.map((cell) => ({
      type: index === 0 ? "tableHeader" : "tableCell",
      content: [paragraph(cell.trim())],
    })),
  })),
});

function insert(editor: Editor, content: DocumentNode[]): void {
  if (isTooLong(Fragment.fromArray(content.map((node) => editor.schema.nodeFromJSON(node))))) return;
  editor.chain().focus().insertContent(content).scrollIntoView().run();
}

/** The reader of Markdown is loaded with the first text that needs it. Without it, the text is inserted as it is. */
async function insertMarkdown(editor: Editor, text: string): Promise<void> {
  const read = await import("./read-markdown.ts").then(
    ({ readMarkdown }) => readMarkdown(text),
    () => text.split("\n").map(paragraph),
  );
  if (!editor.isDestroyed) insert(editor, read);
}

function isTooLong(content: Fragment): boolean {
  const isLong = content.size > MOST_CHARS;
  if (!isLong && storedBytes(content) <= MOST_BYTES) return false;
  const [size, most] = [content.size, MOST_CHARS].map((count) => count.toLocaleString("en"));
  sayTooLong(isLong ? `${size} characters of ${most}` : TOO_MANY_PARTS);
  return true;
}

const sayTooLong = (reason: string) =>
  toastError(
    `This is too long to paste at once: ${reason}. Paste it in parts, or attach it to the incident as evidence.`,
  );

/**
 * Reads what is pasted: Markdown and spreadsheets in plain text, lists and tasks of Word, Google Docs and Notion. With
 * Shift the text stays plain.
 */
export const ReadPasted = Extension.create({
  name: "readPasted",
  addProseMirrorPlugins() {
    const { editor } = this;
    let isPlain = false;
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanPastedHtml,
          handleDOMEvents: {
            keydown: (_view, event) => {
              isPlain = event.shiftKey && (event.code === "KeyV" || event.key.toLowerCase() === "v");
              return false;
            },
            paste: (_view, event) => {
              const html = event.clipboardData?.getData("text/html") ?? "";
              if (isPlain || editor.isActive("codeBlock") || !hasTooManyCells(html)) return false;
              event.preventDefault();
              sayTooLong(TOO_MANY_PARTS);
              return true;
            },
          },
          handlePaste: (_view, event, slice) => {
            if (isTooLong(slice.content)) return true;
            const text = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n") ?? "";
            const isOfEditor = event.clipboardData?.types.includes("vscode-editor-data") ?? false;
            const hasHtml = !isOfEditor && event.clipboardData?.types.includes("text/html");
            if (isPlain || hasHtml || editor.isActive("codeBlock")) return false;
            const rows = editor.isActive("table") ? null : tableOf(text);
            if (rows) insert(editor, [tableNode(rows)]);
            else if (isMarkdown(text)) void insertMarkdown(editor, text);
            else return false;
            return true;
          },
        },
      }),
    ];
  },
});
