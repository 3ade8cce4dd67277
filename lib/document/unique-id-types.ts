/** Blocks that have an id which comments, links and drafts can point at. */
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
  "draftBlock",
  "liveBlock",
] as const;
