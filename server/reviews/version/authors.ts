import type { TextAuthor, TextAuthors, versionContract } from "#lib/contract/version.ts";
import { GENERATED, type Origin, UNKNOWN } from "#lib/reviews/version/owners.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { ATTRIBUTE_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import { loadReview, ownersNow, readOwners, shownVersion } from "#server/reviews/review/index.ts";
import { eventLabels, loadVersion } from "./load.ts";

/** Who wrote each sentence of the text that the actor is given, or of a version that they can read. */
export async function textAuthors(
  ctx: Ctx,
  { key, version: asked }: InputOf<typeof versionContract.authors>,
): Promise<TextAuthors> {
  const review = await loadReview(ctx, key);
  const version = shownVersion(ctx, review, asked);
  const labels = await eventLabels(ctx, review.incident.id);
  const text = version === null ? await ownersNow(ctx, review) : await stored(ctx, review.id, version);
  const blocks = await workOnTexts(ctx, ATTRIBUTE_TEXT, { ...text, labels });
  const people = await peopleOf(
    ctx,
    blocks.flatMap(({ sentences }) => sentences.flatMap(({ origins }) => origins)),
  );
  const authors: TextAuthor[] = [];
  const places = new Map<string, number>();
  const placeOf = (origin: Origin) => {
    const name = `${origin.author} ${origin.at}`;
    const place = places.get(name) ?? authors.push(presentAuthor(origin, people)) - 1;
    places.set(name, place);
    return place;
  };
  return {
    version,
    blocks: blocks.map(({ sentences, ...block }) => ({
      ...block,
      sentences: sentences.map(({ origins, ...sentence }) => ({ ...sentence, authors: origins.map(placeOf) })),
    })),
    authors,
  };
}

async function stored(ctx: Ctx, reviewId: string, number: number) {
  const { state, owners } = await loadVersion(ctx, reviewId, number);
  return { updates: [state], owners: readOwners(owners) };
}

type People = ReadonlyMap<string, { id: string; name: string }>;

async function peopleOf(ctx: Ctx, origins: readonly Origin[]): Promise<People> {
  const ids = new Set(origins.flatMap(({ author }) => (author === GENERATED || author === UNKNOWN ? [] : [author])));
  const rows = await ctx.db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

function presentAuthor({ author, at }: Origin, people: People): TextAuthor {
  if (author === GENERATED || author === UNKNOWN) return { kind: author, person: null, at };
  const person = people.get(author) ?? null;
  return { kind: person ? "person" : "removed", person, at };
}
