import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import { asQuotation } from "#lib/base/text/sentence.ts";
import { type ExportPeople, REVIEW_FORMAT_ENDINGS, type ReviewFormat } from "#lib/base/vocabulary/review-export.ts";
import type { SuggestionReading } from "#lib/document/text-as.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { config } from "#server/base/process/config.ts";
import { workers } from "#server/base/worker/index.ts";
import {
  freezeApprovals,
  paragraphs,
  plain,
  reviewMarkdown,
  utc,
  withApprovals,
} from "#server/reviews/frozen/index.ts";
import { gatherExport, loadReview, readBlocks, readVersion, shownVersion } from "#server/reviews/review/index.ts";
import { isWrittenHere, type ReviewToWrite, WRITE_REVIEW, writeText } from "./files/write-review.ts";
import { stateReview } from "./state-review.ts";
import { replacerOf, rolesOf, withRoles } from "./stated/roles.ts";
import type { StatedThread } from "./stated/stated-review.ts";

interface ExportInput {
  key: string;
  format: ReviewFormat;
  version?: number | undefined;
  comments?: boolean | undefined;
  people?: ExportPeople | undefined;
  suggestions?: SuggestionReading | undefined;
}

const MEDIA_TYPES: Readonly<Record<ReviewFormat, string>> = {
  markdown: "text/markdown;charset=utf-8",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html;charset=utf-8",
  json: "application/json",
};

/** Pixels in which pictures are as wide as the text, on paper too. */
const PRINT_WIDTH = 960;

/**
 * Returns the review as a file: as it is now, or a version with its live blocks as they were. Those who can't read the
 * draft get the published version. Throws `forbidden` for a version that the actor can't read.
 */
export async function exportReview(ctx: Ctx, input: ExportInput): Promise<File> {
  const { format, comments: withComments = false, people = "names", suggestions = "as_it_stands" } = input;
  const row = await loadReview(ctx, input.key);
  const version = shownVersion(ctx, row, input.version);
  if (suggestions !== "as_it_stands" && version !== null)
    throw invalid(
      "suggestions",
      input.version === undefined
        ? "You can only read the published version, and it has no suggestions"
        : "Leave out the version: its text has no suggestions",
    );
  const file = (content: string | Uint8Array<ArrayBuffer>) =>
    new File([content], `${reviewKeyOf(row.number)}.${REVIEW_FORMAT_ENDINGS[format]}`, { type: MEDIA_TYPES[format] });
  const state = (pictureWidth: number | null) =>
    stateReview(ctx, row, { version, withComments, suggestions, pictureWidth });
  if (format !== "markdown") {
    const review = await state(format === "json" ? Number.POSITIVE_INFINITY : PRINT_WIDTH);
    return file(
      await write(ctx, {
        format,
        review: people === "roles" ? withRoles(review) : review,
        fontFolder: config().pdfFonts,
      }),
    );
  }
  const markdown =
    version === null ? await markdownNow(ctx, row, suggestions) : markdownOf(await readVersion(ctx, row, version));
  if (!withComments && people === "names") return file(markdown);
  const review = await state(null);
  const all = `${markdown}${commentsMarkdown(review.threads ?? [])}`;
  return file(people === "roles" ? replacerOf(rolesOf(review))(all) : all);
}

async function markdownNow(ctx: Ctx, row: Awaited<ReturnType<typeof loadReview>>, suggestions: SuggestionReading) {
  const now = await gatherExport(ctx, row, suggestions);
  return withApprovals(reviewMarkdown(now), freezeApprovals(now));
}

const markdownOf = ({ markdown, blocks }: Awaited<ReturnType<typeof readVersion>>): string =>
  withApprovals(markdown, readBlocks(blocks)?.approvals ?? { columns: [], rows: [] });

/** Writes what takes long in a worker thread. */
async function write(ctx: Ctx, given: ReviewToWrite): Promise<Uint8Array<ArrayBuffer>> {
  if (isWrittenHere(given)) return writeText(given);
  const owner = actorId(ctx.actor) ?? "server";
  return workers().result(WRITE_REVIEW, given, { owner, signal: ctx.signal });
}

/** Returns the comments on a review as a section for its end. Empty without any. */
function commentsMarkdown(threads: readonly StatedThread[]): string {
  if (threads.length === 0) return "";
  const told = threads.map(({ quote, isResolved, comments }, at) => {
    const about = quote === "" ? "" : ` On ${asQuotation(plain(quote))}.`;
    const said = comments.map(
      ({ author, at: when, body }) => `   **${plain(author)}**, ${utc(when)}: ${plain(body).replace(/\n+/g, "\n   ")}`,
    );
    return paragraphs(`${at + 1}.${about}${isResolved ? " Resolved." : ""}`, ...said);
  });
  return `\n${paragraphs("## Comments", ...told)}\n`;
}
