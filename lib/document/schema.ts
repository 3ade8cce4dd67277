import { type Extensions, getSchema, Node, type NodeConfig, textblockTypeInputRule } from "@tiptap/core";
import { CodeBlock } from "@tiptap/extension-code-block";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit, type TableOptions } from "@tiptap/extension-table";
import { UniqueID } from "@tiptap/extension-unique-id";
import type { Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import { hasCredentials } from "#lib/base/text/link-credentials.ts";
import { Callout } from "./nodes/callout.ts";
import { Collapsible } from "./nodes/collapsible.ts";
import { CommentMark } from "./nodes/comment-mark.ts";
import { DraftBlock } from "./nodes/draft-block.ts";
import { EventChip } from "./nodes/event-chip.ts";
import { Guidance } from "./nodes/guidance.ts";
import { LinkCard } from "./nodes/link-card.ts";
import { LiveBlock } from "./nodes/live-block.ts";
import { PersonMention } from "./nodes/person-mention.ts";
import { Picture } from "./nodes/picture.ts";
import { FORMATS } from "./nodes/proposal-attributes.ts";
import { RecordChip } from "./nodes/record-chip.ts";
import { SectionKey } from "./nodes/section-key.ts";
import { BlockProposals, SuggestDelete, SuggestFormat, SuggestInsert } from "./nodes/suggestion.ts";
import { uniqueIdTypes } from "./unique-id-types.ts";

/** Nodes and marks that the browser renders itself. */
const drawn = {
  callout: Callout,
  codeBlock: CodeBlock,
  collapsible: Collapsible,
  comment: CommentMark,
  draftBlock: DraftBlock,
  eventChip: EventChip,
  guidance: Guidance,
  linkCard: LinkCard,
  liveBlock: LiveBlock,
  personMention: PersonMention,
  picture: Picture,
  recordChip: RecordChip,
};

/** Replacements by name, each made with `.extend()` of the node in lib/document/nodes so the schema stays the same. */
export type DrawnExtensions = Partial<typeof drawn>;

/**
 * Returns whether typed words become a link. `deploy.sh`, `README.md` and `main.rs` are files, although each could be a
 * host.
 */
export const looksLikeAddress = (typed: string): boolean => /^(https?:\/\/|mailto:|www\.)|@/i.test(typed);

/** The marks of a list and the line of a quote are on the side where its first letter is. */
const OF_ITS_WORDS = { HTMLAttributes: { dir: "auto" } };

/** The hidden words of a check box don't decide on which side it is: they have a side of their own. */
const Task = TaskItem.extend({
  addNodeView() {
    const draw = this.parent?.();
    if (!draw) return null;
    return (props) => {
      const view = draw(props);
      if (view.dom instanceof HTMLElement) view.dom.querySelector("label")?.setAttribute("dir", "ltr");
      return view;
    };
  },
});

/** Levels of headings by the number of # that someone types, or by the digit of the key. */
const TYPED_LEVELS = [2, 2, 3, 4];

/**
 * Inline code can be proposed and commented on like other words. The published mark excludes every other mark. The
 * largest heading that someone types is one of a section.
 */
const Kit = StarterKit.extend({
  addExtensions() {
    const kit = this.parent?.() ?? [];
    return kit.map((one) => {
      if (one.name === "code") return one.extend({ excludes: FORMATS.join(" ") });
      return one instanceof Node && one.name === "heading" ? one.extend(TYPED_HEADINGS) : one;
    });
  },
});

const TYPED_HEADINGS: Partial<NodeConfig> = {
  addInputRules() {
    return TYPED_LEVELS.map((level, index) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${index + 1}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
  addKeyboardShortcuts() {
    const toggles = TYPED_LEVELS.map((level, index) => [
      `Mod-Alt-${index + 1}`,
      () => this.editor.commands.toggleNode("heading", "paragraph", { level }),
    ]);
    return Object.fromEntries(toggles);
  },
};

/**
 * Returns the extensions of a review's text, for browser, server and exports. The browser passes its node views and
 * adds collaboration, carets and menus. Undo belongs to collaboration and is off here.
 */
export function editorExtensions(views: DrawnExtensions = {}, table: Partial<TableOptions> = {}): Extensions {
  return [
    Kit.configure({
      undoRedo: false,
      codeBlock: false,
      bulletList: OF_ITS_WORDS,
      orderedList: OF_ITS_WORDS,
      blockquote: OF_ITS_WORDS,
      heading: { levels: [1, 2, 3, 4] },
      link: {
        openOnClick: false,
        autolink: true,
        shouldAutoLink: looksLikeAddress,
        // An address that contains a password stays plain text.
        isAllowedUri: (url, { defaultValidate }) => defaultValidate(url) && !hasCredentials(url),
      },
    }),
    SectionKey,
    SuggestInsert,
    SuggestDelete,
    SuggestFormat,
    BlockProposals,
    TableKit.configure({ table: { resizable: false, renderWrapper: true, ...table } }),
    TaskList.configure(OF_ITS_WORDS),
    Task.configure({ nested: true }),
    UniqueID.configure({ types: [...uniqueIdTypes] }),
    ...Object.values({ ...drawn, ...views }),
  ];
}

let schema: Schema | undefined;

/** Returns the ProseMirror schema of `editorExtensions()`, created once. */
export function editorSchema(): Schema {
  schema ??= getSchema(editorExtensions());
  return schema;
}
