import type { DocumentNode } from "./document-json.ts";

/** Nodes that are in others only, with what may hold them; the first is what is put around one that is alone. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  listItem: ["bulletList", "orderedList"],
  taskItem: ["taskList"],
  tableRow: ["table"],
  tableCell: ["tableRow"],
  tableHeader: ["tableRow"],
};

/** A node for blocks that has none gets an empty one. */
function contentOf({ type, content = [] }: DocumentNode): Pick<DocumentNode, "content"> {
  if (content.length > 0) return { content: placed(content, type) };
  return HOLDERS[type] && type !== "tableRow" ? { content: [{ type: "paragraph" }] } : {};
}

/**
 * The same nodes with a list around list items that are outside of one, and so for rows and cells: no editor writes
 * them, but a document can hold them, and readers need not know. Returns new nodes.
 */
export function placed(nodes: readonly DocumentNode[], parent = "doc"): DocumentNode[] {
  const result: DocumentNode[] = [];
  let around: DocumentNode | null = null;
  for (const node of nodes) {
    const own = { ...node, ...contentOf(node) };
    const holders = HOLDERS[node.type];
    if (!holders || holders.includes(parent)) {
      around = null;
      result.push(own);
    } else if (around && holders.includes(around.type)) around.content?.push(own);
    else {
      around = { type: holders[0] ?? "", content: [own] };
      result.push(around);
    }
  }
  // A cell alone is in a row now, which needs its table.
  return result.some(({ type }) => HOLDERS[type] && !HOLDERS[type].includes(parent)) ? placed(result, parent) : result;
}
