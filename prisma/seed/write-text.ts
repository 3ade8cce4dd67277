import { randomUUID } from "node:crypto";
import { Node } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { withIds } from "#lib/document/with-ids.ts";
import { appendEdit } from "#server/reviews/document/index.ts";
import type { Names } from "./names.ts";
import type { Texts } from "./plan.ts";
import type { Stage } from "./stage.ts";
import { storyText } from "./story-text.ts";

interface Writing {
  documentId: string;
  userId: string;
  sections: Texts;
  names: Names;
  /** Whether drafts that no one rewrote are accepted unchanged. */
  acceptsDrafts: boolean;
}

/** Writes sections of a review as one edit of that person, appended to the document's log before anyone opens it. */
export async function writeText(stage: Stage, writing: Writing): Promise<void> {
  await appendEdit(
    stage.pool,
    writing.documentId,
    (document) => {
      const next = withIds(rewrite(documentJson(document), writing), randomUUID);
      const node = Node.fromJSON(editorSchema(), next);
      node.check();
      updateYFragment(document, document.getXmlFragment(TEXT_FRAGMENT), node, {
        mapping: new Map(),
        isOMark: new Map(),
      });
    },
    { userId: writing.userId },
  );
}

function rewrite(json: DocumentJson, { sections, names, acceptsDrafts }: Writing): DocumentJson {
  const content: DocumentNode[] = [];
  let section: string | null = null;
  let text: string | undefined;
  const close = () => {
    if (text !== undefined) content.push(...storyText(text, names));
  };
  for (const node of json.content ?? []) {
    const key = node.type === "heading" ? stringAttr(node, "sectionKey") : null;
    if (key !== null) {
      close();
      section = key;
      text = Object.entries(sections).find(([name]) => name === section)?.[1];
      content.push(node);
    } else if (text === undefined) {
      content.push(...(acceptsDrafts && node.type === "draftBlock" ? (node.content ?? []) : [node]));
    } else if (node.type === "liveBlock") content.push(node);
  }
  close();
  return { ...json, content };
}
