import { createHash } from "node:crypto";
import { actorId } from "#lib/base/access/actor.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import { isZone } from "#lib/base/time/zones.ts";
import type { WriteUpPreview, writeUpContract } from "#lib/contract/write-up.ts";
import { WRITE_UP_LIMITS } from "#lib/follow/write-up/limits.ts";
import { matchSections } from "#lib/reviews/review/draft/match-sections.ts";
import { suggestTemplate, type TemplateSection } from "#lib/reviews/template/template.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { workers } from "#server/base/worker/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { chosenTemplate } from "#server/reviews/template/index.ts";
import { findKnown } from "./process.ts";
import { READ_WRITE_UP, type ReadWriteUp } from "./read/read-write-up.ts";
import { uploadOf } from "./receive.ts";

/** Reads one write-up and returns what importing it offers. Writes nothing. */
export async function previewWriteUp(
  ctx: Ctx,
  { zone, date, template, ...given }: InputOf<typeof writeUpContract.preview>,
): Promise<WriteUpPreview> {
  authorizeGlobally(ctx, "incident.create");
  if (zone !== undefined && !isZone(zone))
    throw invalid("zone", "Unknown time zone. Use a name such as Europe/Dublin.");
  const file = uploadOf(given);
  if (file.size > WRITE_UP_LIMITS.fileBytes)
    throw new AppError("too_large", {
      message: `This file is too large. The limit for a write-up is ${WRITE_UP_LIMITS.fileBytes / 1024 / 1024} MB.`,
    });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const owner = actorId(ctx.actor) ?? "server";
  const toRead = { path: file.name, bytes, zone, date };
  const read = await workers().result(READ_WRITE_UP, toRead, { owner, signal: ctx.signal });
  return present(read, {
    template: (await chosenTemplate(ctx, template ?? suggestTemplate("incident", read.severity ?? 3))).content.sections,
    knownAs: await knownAs(ctx, bytes),
  });
}

function present(
  { title, blocks, events, actions, factors, pictures }: ReadWriteUp,
  { template, knownAs: known }: { template: readonly TemplateSection[]; knownAs: string | null },
): WriteUpPreview {
  const embedded = pictures.filter(({ bytes }) => bytes !== null).length;
  return {
    title,
    knownAs: known,
    sections: matchSections(template, blocks).sections.map(({ heading, section }) => ({
      heading,
      section: section?.title ?? null,
    })),
    events: events.map(({ at, precision, statedText, title: words, ambiguity }, index) => ({
      ...{ row: index + 1, at: ambiguity ? null : at, precision, statedText, title: words },
      question: ambiguity?.question ?? null,
    })),
    zoneNeeded: events.some(({ ambiguity }) => ambiguity?.reason === "zone"),
    dateNeeded: events.some(({ ambiguity }) => ambiguity?.reason === "date"),
    actions: actions.map(({ title: words, owner, due }) => ({ title: words, owner, due })),
    factors: factors.map(({ statement, role }) => ({ statement, role })),
    pictures: { embedded, elsewhere: pictures.length - embedded },
  };
}

async function knownAs(ctx: Ctx, bytes: Uint8Array): Promise<string | null> {
  const known = await findKnown(ctx, createHash("sha256").update(bytes).digest("hex"));
  if (!known?.reviewId) return null;
  const review = await ctx.db.review.findFirst({
    where: { AND: [{ id: known.reviewId }, reviewVisibleTo(ctx.actor)] },
    select: { number: true },
  });
  return review && reviewKeyOf(review.number);
}
