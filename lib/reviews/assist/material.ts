import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { isInline, sectionsOf } from "#lib/document/text.ts";
import type { ReviewFacts } from "#lib/reviews/review/draft/facts.ts";

/** Something that the assistant can cite, under a short name that is valid in one prompt only. */
interface Citable {
  ref: string;
}

export interface AssistMaterial {
  title: string;
  events: (Citable & { id: string; at: string | null; kind: string; title: string })[];
  sections: (Citable & { key: string; title: string; text: string })[];
  incidents: (Citable & { key: string; title: string; common: string[] })[];
}

const MOST_EVENTS = 300;
const LONGEST_TITLE = 300;
const LONGEST_SECTION = 6000;
const MOST_LETTERS = 60_000;
const MOST_INCIDENTS = 10;

interface From {
  title: string;
  json: DocumentJson;
  sections: readonly { key: string; title: string }[];
  facts: Pick<ReviewFacts, "events" | "earlier">;
}

/**
 * Returns the material for the assistant: the events of a draft, the text without suggestions, and earlier incidents
 * that share something. Names of people, and keys of records that a reader might not see, are left out of the text.
 */
export function assistMaterial({ title, json, sections, facts }: From): AssistMaterial {
  const pinned = facts.events.filter((event) => event.pinned);
  const told = (pinned.length > 0 ? pinned : facts.events.filter((event) => !event.hidden)).slice(0, MOST_EVENTS);
  const events = told.map(({ id, at, kind, title: words }, index) => ({
    ...{ ref: `E${index + 1}`, id, at, kind },
    title: words.slice(0, LONGEST_TITLE),
  }));
  const refOf = new Map(events.map(({ id, ref }) => [id, ref]));
  let left = MOST_LETTERS;
  const written = new Map(sectionsOf(json).map(({ key, nodes }) => [key, nodes]));
  const texts = sections.map((section, index) => {
    const text = wordsIn(written.get(section.key) ?? [], refOf).slice(0, Math.min(LONGEST_SECTION, left));
    left -= text.length;
    return { ref: `S${index + 1}`, key: section.key, title: section.title, text };
  });
  const incidents = facts.earlier.incidents.slice(0, MOST_INCIDENTS).map((incident, index) => ({
    ref: `I${index + 1}`,
    ...{ key: incident.key, title: incident.title },
    common: [...incident.conditions, ...incident.services],
  }));
  return { title, events, sections: texts, incidents };
}

/** Live blocks and guiding questions say nothing that a person wrote. */
const UNSAID: ReadonlySet<string> = new Set(["liveBlock", "guidance"]);

function wordsIn(nodes: readonly DocumentNode[], refOf: ReadonlyMap<string, string>): string {
  if (nodes.some(isInline)) return nodes.map((node) => inlineWords(node, refOf)).join("");
  return nodes
    .filter(({ type }) => !UNSAID.has(type))
    .map((node) => wordsIn(node.content ?? [], refOf))
    .filter((words) => words.trim() !== "")
    .join("\n");
}

function inlineWords(node: DocumentNode, refOf: ReadonlyMap<string, string>): string {
  switch (node.type) {
    case "text":
      return node.text ?? "";
    case "hardBreak":
      return "\n";
    case "eventChip":
      return `[${refOf.get(stringAttr(node, "eventId") ?? "") ?? "event"}]`;
    case "personMention":
      return "[person]";
    default:
      return "[record]";
  }
}
