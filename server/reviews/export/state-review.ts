import type { DocumentJson } from "#lib/document/document-json.ts";
import { pictureIdsOf } from "#lib/document/text.ts";
import type { SuggestionReading } from "#lib/document/text-as.ts";
import { suggestionAuthor } from "#lib/reviews/suggestion/suggestion-words.ts";
import { factsOfBlocks } from "#lib/reviews/version/frozen-facts.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { config } from "#server/base/process/config.ts";
import { listThreads } from "#server/reviews/comment/index.ts";
import { READ_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import {
  gatherExport,
  type loadReview,
  readBlocks,
  readFacts,
  readVersion,
  tasksOf,
} from "#server/reviews/review/index.ts";
import type { StatedPicture } from "./stated/stated-review.ts";
import { type StatedReview, type StatedThread, stateNow, stateVersion, threadIdsOf } from "./stated/stated-review.ts";

/** Most bytes of pictures in one file. The others are named in it, with their address. */
const MOST_BYTES = 40 * 1024 * 1024;

/** Returns the pictures in a text of a review, in its order, in about `width` pixels, as far as there is room. */
async function picturesOf(
  ctx: Ctx,
  reviewId: string,
  { json, width }: { json: DocumentJson; width: number },
): Promise<StatedPicture[]> {
  const ids = pictureIdsOf(json);
  if (ids.length === 0) return [];
  const file = { select: { hash: true, size: true, mediaType: true, width: true, height: true } } as const;
  const rows = await ctx.db.reviewPicture.findMany({
    where: { id: { in: ids }, reviewId },
    select: { id: true, sizes: { select: { width: true, file }, orderBy: { width: "asc" } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row.sizes]));
  let room = MOST_BYTES;
  const chosen = ids.flatMap((id) => {
    const sizes = byId.get(id) ?? [];
    const wanted = sizes.find((size) => size.width >= width) ?? sizes.at(-1);
    const fitting = [wanted, sizes[0]].find((size) => size !== undefined && size.file.size <= room);
    if (!fitting) return [];
    room -= fitting.file.size;
    return [{ id, file: fitting.file }];
  });
  const hashes = [...new Set(chosen.map((one) => one.file.hash))];
  const files = await ctx.db.storedFile.findMany({
    where: { hash: { in: hashes } },
    select: { hash: true, bytes: true },
  });
  const bytesOf = new Map(files.map(({ hash, bytes }) => [hash, bytes]));
  return chosen.flatMap(({ id, file: { hash, mediaType, width: wide, height } }) => {
    const bytes = bytesOf.get(hash);
    return bytes && wide && height ? [{ id, mediaType, width: wide, height, bytes }] : [];
  });
}

type Row = Awaited<ReturnType<typeof loadReview>>;

interface Wanted {
  /** Null for the review as it is now. */
  version: number | null;
  withComments: boolean;
  suggestions: SuggestionReading;
  /** Pixels of its pictures. Null for none of them. */
  pictureWidth: number | null;
}

/** Reads what an export states of a review, or of one of its versions: its text, records, comments and pictures. */
export async function stateReview(ctx: Ctx, row: Row, wanted: Wanted): Promise<StatedReview> {
  const pictures = (json: StatedReview["json"]) =>
    wanted.pictureWidth === null ? [] : picturesOf(ctx, row.id, { json, width: wanted.pictureWidth });
  const { version } = wanted;
  const threads = async (json: StatedReview["json"]) =>
    wanted.withComments ? await threadsOf(ctx, row, { version, json }) : null;
  if (version === null) {
    const now = await gatherExport(ctx, row, wanted.suggestions);
    return stateNow(now, {
      threads: await threads(now.json),
      pictures: await pictures(now.json),
      tasks: (await tasksOf(ctx, row)).map(({ title, people, dueOn, done }) => ({
        ...{ title, dueOn, people: people.map(({ name }) => name), doneAt: done?.at ?? null },
      })),
      suggestions: wanted.suggestions === "both" ? await suggestionsOf(ctx, row.documentId) : null,
    });
  }
  const kept = await readVersion(ctx, row, version);
  const json = await workOnTexts(ctx, READ_TEXT, [kept.state]);
  const blocks = readBlocks(kept.blocks);
  const facts = readFacts(kept.facts) ?? (blocks && factsOfBlocks(blocks));
  return stateVersion({
    exportedAt: ctx.now().toISOString(),
    baseUrl: config().publicUrl,
    key: reviewKeyOf(row.number),
    title: kept.title || row.title,
    status: row.status,
    template: row.template,
    templateName: row.templateVersion.template.name,
    publishedAt: toInstantOrNull(row.publishedAt),
    version,
    incident: {
      key: incidentKeyOf(row.incident.number),
      title: facts?.incident.title || row.incident.title,
    },
    json,
    blocks,
    events: facts?.events ?? [],
    threads: await threads(json),
    pictures: await pictures(json),
    suggestions: null,
    tasks: null,
  });
}

/** Authors and times of the open suggestions of a text, by id. */
async function suggestionsOf(ctx: Ctx, documentId: string): Promise<NonNullable<StatedReview["suggestions"]>> {
  const rows = await ctx.db.suggestion.findMany({
    where: { documentId, status: "open" },
    select: { id: true, createdAt: true, assisted: true, author: { select: { name: true } } },
  });
  return Object.fromEntries(
    rows.map(({ id, createdAt, author, assisted }) => [
      id,
      { author: suggestionAuthor(author, assisted), at: createdAt.toISOString() },
    ]),
  );
}

/**
 * Returns threads as this person can read them, without what was deleted. Of an earlier version, those whose mark is in
 * its text: the others are about another text.
 */
async function threadsOf(
  ctx: Ctx,
  row: Row,
  { version, json }: Pick<StatedReview, "version" | "json">,
): Promise<StatedThread[]> {
  const { items } = await listThreads(ctx, { key: reviewKeyOf(row.number) });
  const marked = version === null || version === row.publishedNumber ? null : new Set(threadIdsOf(json));
  return items.flatMap(({ id, quote, blockId, resolvedAt, comments }) => {
    const said = comments
      .filter(({ deleted }) => !deleted)
      .map(({ author, createdAt, body }) => ({ author: author?.name ?? "Former user", at: createdAt, body }));
    const isShown = said.length > 0 && (marked === null || marked.has(id));
    return isShown ? [{ id, quote, blockId, isResolved: resolvedAt !== null, comments: said }] : [];
  });
}
