import type { DocumentNode } from "./document-json.ts";

/** Nodes that need a certain parent, with the allowed parents. The first is added around a node without one. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  listItem: ["bulletList", "orderedList"],
  taskItem: ["taskList"],
  tableRow: ["table"],
  tableCell: ["tableRow"],
  tableHeader: ["tableRow"],
};

/** A node that needs blocks and has none gets an empty paragraph. */
function contentOf({ type, content = [] }: DocumentNode): Pick<DocumentNode, "content"> {
  if (content.length > 0) return { content: placed(content, type) };
  return HOLDERS[type] && type !== "tableRow" ? { content: [{ type: "paragraph" }] } : {};
}

/**
 * Puts a list around list items that are outside one, and likewise for rows and cells. No editor writes such nodes, but
 * a document can contain them, and exports need it. Returns new nodes.
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
  // A cell on its own is now in a row, which still needs a table.
  return result.some(({ type }) => HOLDERS[type] && !HOLDERS[type].includes(parent)) ? placed(result, parent) : result;
}
