/** Blocks with an id that comments, links and drafts can refer to. */
export const uniqueIdTypes = [
  "heading",
  "paragraph",
  "blockquote",
  "bulletList",
  "orderedList",
  "taskList",
  "listItem",
  "taskItem",
  "codeBlock",
  "table",
  "callout",
  "collapsible",
  "draftBlock",
  "linkCard",
  "liveBlock",
  "picture",
] as const;
