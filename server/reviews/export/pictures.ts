import type { DocumentJson } from "#lib/document/document-json.ts";
import { pictureIdsOf } from "#lib/document/text.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { StatedPicture } from "./stated/stated-review.ts";

/** Most bytes of pictures in one file. The others are named in it, with their address. */
const MOST_BYTES = 40 * 1024 * 1024;

/** Returns the pictures in a text of a review, in its order, in about `width` pixels, as far as there is room. */
export async function picturesOf(
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
