import { type DocumentNode, isSectionHead } from "#lib/document/document-json.ts";
import { placeIn } from "../../template/effective.ts";
import type { TemplateSection } from "../../template/template.ts";
import { emptySection, liveBlock } from "./draft.ts";
import { matchSections } from "./match-sections.ts";

interface Part {
  /** Empty for a section that the template doesn't have, and for the text before the first one. */
  key: string;
  nodes: DocumentNode[];
}

/**
 * Returns the text of a write-up as a review: its sections in their order, each section with records starting with
 * them. Sections of the template that it doesn't have follow the one before them, with their questions.
 */
export function importedText(
  sections: readonly TemplateSection[],
  blocks: readonly DocumentNode[],
  incidentKey: string,
): DocumentNode[] {
  const parts = partsOf(sections, blocks, incidentKey);
  for (const [place, section] of sections.entries()) {
    if (parts.some(({ key }) => key === section.key)) continue;
    let at = placeIn(parts, sections.slice(0, place));
    while (at > 0 && parts[at]?.key === "") at += 1;
    parts.splice(at, 0, { key: section.key, nodes: emptySection(section, incidentKey) });
  }
  return parts.flatMap(({ nodes }) => nodes);
}

function partsOf(sections: readonly TemplateSection[], blocks: readonly DocumentNode[], incidentKey: string): Part[] {
  const live = new Map(sections.map((section) => [section.key, section.live]));
  const parts: Part[] = [];
  for (const node of matchSections(sections, blocks).blocks) {
    const isHead = isSectionHead(node);
    const last = parts.at(-1);
    if (!isHead && last) last.nodes.push(node);
    else if (!isHead) parts.push({ key: "", nodes: [node] });
    else {
      const key = String(node.attrs?.sectionKey ?? "");
      const records = (live.get(key) ?? []).map((kind) => liveBlock(kind, incidentKey));
      parts.push({ key, nodes: [node, ...records] });
    }
  }
  return parts;
}
