import { LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import type { DocumentMark, DocumentNode } from "#lib/document/document-json.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import type { StatedReview } from "../stated/stated-review.ts";

/** Texts that break a format that doesn't escape them. */
export const HOSTILE = {
  typst:
    '#panic("no") #set text(fill: red) $x_1$ = Heading - list @label <label> `raw` \\ ~ _a_ *b* // c /* d */ "q" \'r\'',
  html: '<script>alert(1)</script><img src=x onerror="alert(1)"> &amp; ]]> <!-- c -->',
  controls: "before\u0000\u0001\u0008\u000b\u001b\ufffe\ud800after",
  rightToLeft: "مرحبا بالعالم then English 14:05 UTC",
  hebrew: "שלום עולם (בדיקה)",
  emoji: "🔥🚨 family 👩‍👩‍👧 ok",
  cjk: "数据库连接池耗尽,部署后错误率上升。障害の振り返り 장애 회고",
  long: `begin${"x".repeat(600)}end`,
  url: `https://example.com/${"a/b-c?d=e&".repeat(40)}`,
} as const;

export const text = (words: string, ...marks: (string | DocumentMark)[]): DocumentNode => ({
  ...{ type: "text", text: words },
  ...(marks.length > 0 ? { marks: marks.map((mark) => (typeof mark === "string" ? { type: mark } : mark)) } : {}),
});
export const paragraph = (...parts: (string | DocumentNode)[]): DocumentNode => ({
  type: "paragraph",
  content: parts.map((part) => (typeof part === "string" ? text(part) : part)),
});
export const heading = (words: string, level = 2): DocumentNode => ({
  type: "heading",
  attrs: { level },
  content: [text(words)],
});
const link = (href: string): DocumentMark => ({ type: "link", attrs: { href } });
const comment = (threadId: string): DocumentMark => ({ type: "comment", attrs: { threadId } });
const item = (...content: DocumentNode[]): DocumentNode => ({ type: "listItem", content });
const task = (checked: boolean, words: string): DocumentNode => ({
  type: "taskItem",
  attrs: { checked },
  content: [paragraph(words)],
});
const cell = (words: string, isHead = false, attrs: Record<string, unknown> = {}): DocumentNode => ({
  type: isHead ? "tableHeader" : "tableCell",
  attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
  content: [paragraph(words)],
});
const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });

export const PICTURE_ID = "0190a000-0000-7000-8000-000000000001";
/** One of every node and mark that a text can have. */
const EVERY_NODE: DocumentNode[] = [
  heading("Every kind of block"),
  paragraph(
    text("bold", "bold"),
    text("italic", "italic"),
    text("under", "underline"),
    text("struck", "strike"),
    text("code()", "code"),
    text("linked", link("https://example.com/x?a=1&b=2")),
    text("own page", link("/incidents/INC-1")),
    text("scripted", link("javascript:alert(1)")),
    { type: "hardBreak" },
    text("after the break"),
  ),
  paragraph(
    "Cited ",
    { type: "eventChip", attrs: { eventId: "event-1" } },
    { type: "recordChip", attrs: { noun: "action-item", key: "ACT-1" } },
    { type: "personMention", attrs: { userId: "u1", label: "Ana Silva" } },
  ),
  heading("Lists", 3),
  {
    type: "bulletList",
    content: [item(paragraph("First"), { type: "bulletList", content: [item(paragraph("Nested"))] })],
  },
  { type: "orderedList", attrs: { start: 3 }, content: [item(paragraph("Step three")), item(paragraph("Step four"))] },
  { type: "taskList", content: [task(true, "Done"), task(false, "Open")] },
  { type: "blockquote", content: [paragraph("We thought that it was the network.")] },
  { type: "callout", attrs: { tone: "warning" }, content: [paragraph("Do not retry without a limit.")] },
  { type: "collapsible", content: [paragraph("Folded title"), paragraph("Folded text")] },
  { type: "linkCard", attrs: { href: "https://example.com/runbook" }, content: [text("Runbook of the pool")] },
  { type: "linkCard", attrs: { href: "javascript:alert(1)" }, content: [text("Not a link")] },
  { type: "codeBlock", attrs: { language: "sql" }, content: [text("SELECT *\n  FROM pool -- ```")] },
  {
    type: "table",
    content: [
      row(cell("Time", true), cell("What", true)),
      row(cell("14:05"), cell("Rate up")),
      row(cell("Both columns", false, { colspan: 2 })),
      row(cell("Two rows", false, { rowspan: 2 }), cell("Upper")),
      row(cell("Lower")),
    ],
  },
  {
    type: "picture",
    attrs: { pictureId: PICTURE_ID, alt: "Error rate over time", share: 50 },
    content: [text("The rate at the deploy")],
  },
  { type: "picture", attrs: { pictureId: "0190a000-0000-7000-8000-000000000002", alt: "Left out", share: 100 } },
  { type: "horizontalRule" },
  { type: "draftBlock", attrs: { key: "k", hash: "h" }, content: [paragraph("A drafted sentence.")] },
  { type: "guidance", attrs: { sectionKey: "impact" } },
  paragraph("Commented ", text("here", comment("thread-1")), " and on"),
];

const hostileParagraphs = Object.values(HOSTILE).map((words) => paragraph(words));

/** A review with every block, hostile text everywhere and this many events. */
export function hostileReview(change: Partial<StatedReview> = {}, eventCount = 300): StatedReview {
  const rows = Array.from({ length: eventCount }, (_, at) => ({
    key: `event-${at + 1}`,
    cells: [`E${at + 1}`, `2026-03-10 09:${String(at % 60).padStart(2, "0")}`, `Event ${at + 1} ${HOSTILE.html}`, ""],
  }));
  return {
    exportedAt: "2026-03-11T10:00:00.000Z",
    baseUrl: "https://afterword.example.com",
    key: "REV-1",
    title: `Checkout ${HOSTILE.typst} ${HOSTILE.html}`,
    status: "draft",
    template: "quick",
    templateName: "Quick",
    publishedAt: null,
    version: null,
    incident: { key: "INC-1", title: "Checkout declined" },
    json: {
      type: "doc",
      content: [
        ...EVERY_NODE,
        heading("Hostile"),
        ...hostileParagraphs,
        heading(HOSTILE.typst, 3),
        { type: "codeBlock", attrs: { language: '"]#panic()' }, content: [text(Object.values(HOSTILE).join("\n"))] },
        ...LIVE_BLOCK_KINDS.flatMap((kind) => [heading(`Section ${kind}`), { type: "liveBlock", attrs: { kind } }]),
      ],
    },
    blocks: {
      header: {
        columns: ["Fact", "Value"],
        rows: [
          { key: "Incident", cells: ["Incident", "INC-1 Checkout declined"] },
          { key: "Start", cells: ["Start", "2026-03-10T09:01:05.000Z"] },
          { key: "Owner", cells: ["Owner", "Ana Silva"] },
          { key: "Facilitator", cells: ["Facilitator", ""] },
        ],
      },
      impact: {
        columns: ["Service", "From", "To", "Weight", "Basis"],
        rows: [
          { key: "text", cells: ["Customers could not pay.\nSome twice.", "", "", "", ""] },
          { key: "w1", cells: ["Payments", "2026-03-10T09:01:00.000Z", "", "Full", "measured"] },
        ],
      },
      timeline: { columns: ["No.", "Time", "Event", "Shown"], rows },
      factors: {
        columns: ["Factor", "Detail", "Role", "Status", "Evidence", "Addressed by"],
        rows: [{ key: "f1", cells: [HOSTILE.typst, HOSTILE.html, "Trigger", "Accepted", "E2", "ACT-1"] }],
      },
      actions: {
        columns: ["Key", "Action", "Priority", "Owner", "Due", "Status", "Done when"],
        rows: [{ key: "ACT-1", cells: ["ACT-1", HOSTILE.cjk, "P1", "Ben Okoro", "2026-04-01", "Open", HOSTILE.long] }],
      },
      roles: { columns: ["Role", "Person"], rows: [{ key: "r1", cells: ["Incident commander", "Ana Silva"] }] },
    },
    events: [],
    labels: { "event-1": "E1" },
    threads: [
      {
        ...{ id: "thread-1", quote: "here", blockId: null, isResolved: false },
        comments: [
          { author: "Ben Okoro", at: "2026-03-11T09:00:00.000Z", body: `Why? ${HOSTILE.html}` },
          { author: "Ana Silva", at: "2026-03-11T09:05:00.000Z", body: HOSTILE.typst },
        ],
      },
      {
        ...{ id: "thread-2", quote: "removed words", blockId: null, isResolved: true },
        comments: [{ author: "Ana Silva", at: "2026-03-11T09:10:00.000Z", body: "Text that is gone" }],
      },
    ],
    pictures: [{ id: PICTURE_ID, mediaType: "image/png", width: 1, height: 1, bytes: PIXEL_PNG }],
    suggestions: null,
    tasks: null,
    ...change,
  };
}

const SUGGESTION = "0190a000-0000-7000-8000-00000000000a";
const proposed = (type: string): DocumentMark => ({ type, attrs: { suggestionId: SUGGESTION } });

/** A review with text that someone proposes to add and to remove. */
export const reviewWithSuggestions = (): StatedReview =>
  hostileReview({
    json: {
      type: "doc",
      content: [
        paragraph(
          "The cache ",
          text("server", proposed("suggestDelete")),
          text("cluster", "bold", proposed("suggestInsert")),
          " failed.",
        ),
        { ...paragraph("A block to remove."), attrs: { suggestDelete: SUGGESTION } },
      ],
    },
    blocks: {},
    threads: null,
    suggestions: { [SUGGESTION]: { author: `Ana Silva ${HOSTILE.html}`, at: "2026-03-11T09:00:00.000Z" } },
  });

/** A review whose text is empty and that has no records. */
export const emptyReview = (): StatedReview =>
  hostileReview({ json: { type: "doc", content: [] }, blocks: null, threads: null, labels: {}, pictures: [] }, 0);
