import type { DocumentNode } from "./document-json.ts";
import { editorSchema } from "./schema.ts";

/**
 * Returns a node without the nodes within it that need content and have none. Two people who each delete one of the last
 * two rows of a table leave it without any. An editor removes it too when it opens the text.
 */
export function onlyComplete<N extends DocumentNode>(root: N): N {
  const { nodes } = editorSchema();
  const isHollow = ({ type, content = [] }: DocumentNode) =>
    content.length === 0 && nodes[type]?.contentMatch.validEnd === false;
  const within = (node: DocumentNode): DocumentNode =>
    node.content ? { ...node, content: node.content.map(within).filter((one) => !isHollow(one)) } : node;
  const whole = { ...root, ...within(root) };
  return isHollow(whole) ? { ...whole, content: [{ type: "paragraph" }] } : whole;
}
