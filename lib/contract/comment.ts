import { z } from "zod";
import { REACTIONS } from "#lib/base/vocabulary/reaction.ts";
import { actionKey, changeKey, id, instant, personRef, reviewKey, route, version, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";
import { versionNumber } from "./version.ts";

export const Comment = z.strictObject({
  id,
  author: personRef.nullable(),
  body: z.string(),
  mentions: z.array(personRef),
  createdAt: instant,
  editedAt: instant.nullable(),
  deleted: z.boolean(),
  mine: z.boolean(),
  reactions: z
    .array(z.strictObject({ kind: z.enum(REACTIONS), people: z.array(personRef), mine: z.boolean() }))
    .describe("only the kinds that someone chose"),
});
export type Comment = z.infer<typeof Comment>;

export const Thread = z.strictObject({
  id,
  quote: z.string(),
  blockId: z.string().nullable(),
  resolvedAt: instant.nullable(),
  resolvedBy: personRef.nullable(),
  assignee: personRef.nullable(),
  doneAt: instant.nullable().describe("when the assignee was done"),
  comments: z.array(Comment),
  version,
});
export type Thread = z.infer<typeof Thread>;

export const ThreadList = z.strictObject({ items: z.array(Thread), mayComment: z.boolean() });
export type ThreadList = z.infer<typeof ThreadList>;

const body = words(LENGTHS.comment.body);
const mentionIds = z.array(id).max(30).default([]);

/** The routes of comments on one kind of record. */
const commentsOn = <Key extends z.ZodString>(path: "reviews" | "action-items" | "strategic-changes", key: Key) => ({
  list: route("GET", `/${path}/{key}/threads`, "Comments on this record", "Comments")
    .input(z.strictObject({ key }))
    .output(ThreadList),
  start: route("POST", `/${path}/{key}/threads`, "Start a thread", "Comments")
    .input(
      z.strictObject({
        key,
        id: id.optional().describe("id of the mark in the document"),
        version: versionNumber
          .optional()
          .describe("the published version that it is about: its readers see the comment, also without a mark"),
        quote: z.string().max(2000).default("").describe("the passage of a review"),
        blockId: z.string().max(80).nullable().default(null),
        body,
        mentionIds,
      }),
    )
    .output(Thread),
  reply: route("POST", `/${path}/{key}/threads/{id}/comments`, "Reply in a thread", "Comments")
    .input(z.strictObject({ key, id, body, mentionIds }))
    .output(Thread),
  edit: route("PATCH", `/${path}/{key}/comments/{id}`, "Edit or delete my comment", "Comments")
    .input(z.strictObject({ key, id, body: body.optional(), deleted: z.boolean().optional() }))
    .output(Thread),
  react: route("POST", `/${path}/{key}/comments/{id}/reactions`, "React to a comment, or stop", "Comments")
    .input(z.strictObject({ key, id, kind: z.enum(REACTIONS), on: z.boolean() }))
    .output(Thread),
  assign: route("POST", `/${path}/{key}/threads/{id}/assign`, "Assign a thread to someone, or to no one", "Comments")
    .input(z.strictObject({ key, id, version, assigneeId: id.nullable() }))
    .output(Thread),
  finish: route(
    "POST",
    `/${path}/{key}/threads/{id}/finish`,
    "Tick off a thread assigned to me, or reopen it",
    "Comments",
  )
    .input(z.strictObject({ key, id, version, done: z.boolean() }))
    .output(Thread),
  resolve: route("POST", `/${path}/{key}/threads/{id}/resolve`, "Resolve or reopen a thread", "Comments")
    .input(z.strictObject({ key, id, version, resolved: z.boolean() }))
    .output(Thread),
});

/** The routes of comments, by what they are about. */
export const commentContract = commentsOn("reviews", reviewKey);
export const actionCommentContract = commentsOn("action-items", actionKey);
export const changeCommentContract = commentsOn("strategic-changes", changeKey);
