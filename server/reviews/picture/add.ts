import { actorId } from "#lib/base/access/actor.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import type { pictureContract, StoredPicture } from "#lib/contract/picture.ts";
import { PICTURE_LIMIT_BYTES } from "#lib/reviews/picture/picture-sizes.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { pathOfFile } from "#server/base/kernel/spooled-file.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { workers } from "#server/base/worker/index.ts";
import { loadReview, reviewFacts } from "#server/reviews/review/index.ts";
import { givePicture } from "./give.ts";
import { type PictureFile, PREPARE_PICTURE } from "./prepare-picture.ts";

/**
 * Stores a picture for the text of a review, without its metadata. The same picture is stored once in a review. Throws
 * `invalid` and `too_large` for a file that can't be shown safely.
 */
export async function addPicture(ctx: Ctx, { key, file }: InputOf<typeof pictureContract.add>): Promise<StoredPicture> {
  authorize(ctx, "review", "write", reviewFacts(await loadReview(ctx, key)));
  const files = await prepare(ctx, file);
  const whole = files.at(-1);
  if (!whole) throw new Error("a picture was prepared without a result");
  const { hash, width, height } = whole;
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const sizes = files.map((one) => ({ width: one.width, hash: one.hash }));
    const keepFiles = async () => {
      for (const one of files) await keepFile(tx, one);
    };
    return givePicture(tx, review, { field: "file", hash, width, height, sizes, keepFiles });
  });
}

const keepFile = (tx: TxCtx, file: PictureFile) =>
  tx.db.storedFile.upsert({
    where: { hash: file.hash },
    create: { ...file, createdAt: tx.now() },
    update: { createdAt: tx.now() },
    select: { hash: true },
  });

async function prepare(ctx: Ctx, file: File): Promise<PictureFile[]> {
  const { size } = file;
  if (size === 0) throw invalid("file", "This file is empty. Choose another file.");
  if (size > PICTURE_LIMIT_BYTES)
    throw new AppError("too_large", {
      message: `This file is too large. The limit for pictures is ${PICTURE_LIMIT_BYTES / 1024 / 1024} MB. Add a smaller one.`,
    });
  const path = pathOfFile(file);
  const stored = path === null ? new Uint8Array(await file.arrayBuffer()) : { path, size };
  const owner = actorId(ctx.actor) ?? "server";
  return workers().result(PREPARE_PICTURE, stored, { owner, signal: ctx.signal });
}
