import type { DocumentMark, DocumentNode } from "#lib/document/document-json.ts";
import type { Names } from "./names.ts";

// [[event]], [[action:name]], [[change:name]], {{thread:words}}, `code`, **strong**, [words](address)
const TOKEN =
  /\[\[(?:(action|change):)?([\w-]+)\]\]|\{\{([\w-]+):([^}]+)\}\}|`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:[^)]+)\)/g;

/** Turns a plan's text into paragraphs and lists. Names in it become chips and marks of the records they refer to. */
export function storyText(text: string, names: Names): DocumentNode[] {
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
