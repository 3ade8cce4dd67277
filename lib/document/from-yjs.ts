import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "./document-json.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";

/**
 * Returns the text of a shared document as JSON, deliberately without the schema: a conversion with the schema deletes
 * whatever it doesn't know from the shared document.
 */
export function documentJson(document: Y.Doc): DocumentJson {
  const { content } = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(TEXT_FRAGMENT)) as {
    content: (DocumentNode | DocumentNode[])[];
  };
  return { type: "doc", content: content.flat() };
}
