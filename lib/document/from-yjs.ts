import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "./document-json.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";

/**
 * The text of a shared document as JSON. Deliberately without the schema: a conversion that knows the schema deletes
 * from the shared document whatever it does not know.
 */
export function documentJson(document: Y.Doc): DocumentJson {
  const { content } = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(TEXT_FRAGMENT)) as {
    content: (DocumentNode | DocumentNode[])[];
  };
  return { type: "doc", content: content.flat() };
}
