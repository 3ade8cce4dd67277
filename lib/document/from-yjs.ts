import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "./document-json.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";
import { textAs } from "./text-as.ts";

/**
 * Returns a shared document as it is stored, with everything that is proposed in it. Deliberately without the schema: a
 * conversion with the schema deletes whatever it doesn't know from the shared document.
 */
export function storedJson(document: Y.Doc): DocumentJson {
  const { content } = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(TEXT_FRAGMENT)) as {
    content: (DocumentNode | DocumentNode[])[];
  };
  return { type: "doc", content: content.flat() };
}

/**
 * Returns the text of a shared document without what is proposed: a suggestion changes nothing until it is accepted.
 */
export const documentJson = (document: Y.Doc): DocumentJson => textAs(storedJson(document), "as_it_stands");
