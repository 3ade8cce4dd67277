import { type Extensions, getSchema } from "@tiptap/core";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import { UniqueID } from "@tiptap/extension-unique-id";
import type { Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import { hasCredentials } from "#lib/base/text/link-credentials.ts";
import { Callout } from "./nodes/callout.ts";
import { CommentMark } from "./nodes/comment-mark.ts";
import { DraftBlock } from "./nodes/draft-block.ts";
import { EventChip } from "./nodes/event-chip.ts";
import { Guidance } from "./nodes/guidance.ts";
import { LiveBlock } from "./nodes/live-block.ts";
import { PersonMention } from "./nodes/person-mention.ts";
import { RecordChip } from "./nodes/record-chip.ts";
import { SectionKey } from "./nodes/section-key.ts";
import { uniqueIdTypes } from "./unique-id-types.ts";

/** Nodes and marks that the browser draws in its own way. */
const drawn = {
  callout: Callout,
  comment: CommentMark,
  draftBlock: DraftBlock,
  eventChip: EventChip,
  guidance: Guidance,
  liveBlock: LiveBlock,
  personMention: PersonMention,
  recordChip: RecordChip,
};

/** Replacements by name, each made with `.extend()` of the node in lib/editor/nodes so that the schema stays one. */
export type DrawnExtensions = Partial<typeof drawn>;

/** Whether typed words become a link. `deploy.sh`, `README.md` and `main.rs` are files, though all could be hosts. */
export const looksLikeAddress = (typed: string): boolean => /^(https?:\/\/|mailto:|www\.)|@/i.test(typed);

/**
 * The one extension list of a review's text, for browser, server and exports. The browser passes its node views
 * and adds collaboration, carets and menus next to it; undo belongs to collaboration and is off here.
 */
export function editorExtensions(views: DrawnExtensions = {}): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      heading: { levels: [1, 2, 3, 4] },
      link: {
        openOnClick: false,
        autolink: true,
        shouldAutoLink: looksLikeAddress,
        // Of an address with a password the words stay words.
        isAllowedUri: (url, { defaultValidate }) => defaultValidate(url) && !hasCredentials(url),
      },
    }),
    SectionKey,
    TableKit.configure({ table: { resizable: false } }),
    TaskList,
    TaskItem.configure({ nested: true }),
    UniqueID.configure({ types: [...uniqueIdTypes] }),
    ...Object.values({ ...drawn, ...views }),
  ];
}

let schema: Schema | undefined;

/** The ProseMirror schema of `editorExtensions()`, made once. */
export function editorSchema(): Schema {
  schema ??= getSchema(editorExtensions());
  return schema;
}
