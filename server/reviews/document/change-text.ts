import { Node } from "@tiptap/pm/model";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";

/** What a text is to become, from what it is. */
export type TextChange = (now: DocumentJson) => DocumentJson;

/** Changes the document in place to the text that `change` returns. Blocks that are equal in both are left alone. */
export function changeText(document: Y.Doc, change: TextChange): void {
  const fragment = document.getXmlFragment(TEXT_FRAGMENT);
  const node = Node.fromJSON(editorSchema(), change(documentJson(document)));
  node.check();
  updateYFragment(document, fragment, node, initProseMirrorDoc(fragment, editorSchema()).meta);
}
