import { randomUUID } from "node:crypto";
import { Node } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import { type DocumentJson, type DocumentMark, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { withIds } from "#lib/document/with-ids.ts";
import { appendEdit } from "#server/reviews/document/index.ts";
import type { Names } from "./names.ts";
import type { Texts } from "./plan.ts";
import type { Stage } from "./stage.ts";

interface Writing {
  documentId: string;
  userId: string;
  sections: Texts;
  names: Names;
  /** Whether drafts that no one rewrote are accepted unchanged. */
  acceptsDrafts: boolean;
}

/** Writes sections of a review as one edit of that person, appended to the document's log before anyone opens it. */
export async function writeText(stage: Stage, writing: Writing): Promise<void> {
  await appendEdit(
    stage.pool,
    writing.documentId,
    (document) => {
      const next = withIds(rewrite(documentJson(document), writing), randomUUID);
      const node = Node.fromJSON(editorSchema(), next);
      node.check();
      updateYFragment(document, document.getXmlFragment(TEXT_FRAGMENT), node, {
        mapping: new Map(),
        isOMark: new Map(),
      });
    },
    { userId: writing.userId },
  );
}

function rewrite(json: DocumentJson, { sections, names, acceptsDrafts }: Writing): DocumentJson {
  const content: DocumentNode[] = [];
  let section: string | null = null;
  let text: string | undefined;
  const close = () => {
    if (text !== undefined) content.push(...storyText(text, names));
  };
  for (const node of json.content ?? []) {
    const key = node.type === "heading" ? stringAttr(node, "sectionKey") : null;
    if (key !== null) {
      close();
      section = key;
      text = Object.entries(sections).find(([name]) => name === section)?.[1];
      content.push(node);
    } else if (text === undefined) {
      content.push(...(acceptsDrafts && node.type === "draftBlock" ? (node.content ?? []) : [node]));
    } else if (node.type === "liveBlock") content.push(node);
  }
  close();
  return { ...json, content };
}

// [[event]], [[action:name]], [[change:name]], {{thread:words}}, `code`, **strong**, [words](address)
const TOKEN =
  /\[\[(?:(action|change):)?([\w-]+)\]\]|\{\{([\w-]+):([^}]+)\}\}|`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:[^)]+)\)/g;

/** Turns a plan's text into paragraphs and lists. Names in it become chips and marks of the records they refer to. */
function storyText(text: string, names: Names): DocumentNode[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const lines = block.split("\n").map((line) => line.trim());
      if (lines.every((line) => line.startsWith("- "))) return bulletList(lines, names);
      return { type: "paragraph", content: inline(lines.join(" "), names) };
    });
}

const bulletList = (lines: readonly string[], names: Names): DocumentNode => ({
  type: "bulletList",
  content: lines.map((line) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: inline(line.slice(2), names) }],
  })),
});

function inline(text: string, names: Names): DocumentNode[] {
  const nodes: DocumentNode[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) nodes.push(words(text.slice(end, match.index)));
    nodes.push(nodeOf(match, names));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(words(text.slice(end)));
  return nodes;
}

function nodeOf([, noun, name, thread, quoted, code, strong, label, href]: RegExpMatchArray, names: Names) {
  if (noun === "action") return chip("action-item", names.get("action", name ?? ""));
  if (noun === "change") return chip("strategic-change", names.get("change", name ?? ""));
  if (name) return { type: "eventChip", attrs: { eventId: names.get("event", name) } };
  if (thread) return words(quoted ?? "", { type: "comment", attrs: { threadId: names.thread(thread) } });
  if (code) return words(code, { type: "code" });
  if (strong) return words(strong, { type: "bold" });
  return words(label ?? "", { type: "link", attrs: { href } });
}

const words = (text: string, mark?: DocumentMark): DocumentNode => ({
  type: "text",
  text,
  ...(mark ? { marks: [mark] } : {}),
});
const chip = (noun: string, key: string): DocumentNode => ({ type: "recordChip", attrs: { noun, key } });
