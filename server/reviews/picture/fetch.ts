import { AppError, invalid } from "#lib/base/errors.ts";
import type { pictureContract, StoredPicture } from "#lib/contract/picture.ts";
import { PICTURE_LIMIT_BYTES } from "#lib/reviews/picture/picture-sizes.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { sendOutgoing } from "#server/base/outgoing/index.ts";
import { loadReview, reviewFacts } from "#server/reviews/review/index.ts";
import { addPicture } from "./add.ts";

const WITHIN_MS = 15_000;
const MOST_REDIRECTS = 4;

const notRead = (why: string) => invalid("url", `${why} Save the picture, then drop the file into the text.`);

/**
 * Stores a picture that a pasted text shows from another site, so readers load nothing from there. The site learns only
 * that this server asked. Throws `invalid` if it can't be read.
 */
export async function fetchPicture(
  ctx: Ctx,
  { key, url }: InputOf<typeof pictureContract.fetch>,
): Promise<StoredPicture> {
  authorize(ctx, "review", "write", reviewFacts(await loadReview(ctx, key)));
  const signal = AbortSignal.any([AbortSignal.timeout(WITHIN_MS), ...(ctx.signal ? [ctx.signal] : [])]);
  const bytes = await readPicture(new URL(url), signal, MOST_REDIRECTS).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    throw notRead("The site doesn't respond, or this server can't reach it.");
  });
  return addPicture(ctx, { key, file: new File([bytes], "picture") });
}

async function readPicture(url: URL, signal: AbortSignal, redirects: number): Promise<Uint8Array<ArrayBuffer>> {
  const response = await sendOutgoing(url, { headers: { accept: "image/*" }, signal });
  try {
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location && redirects > 0)
      return await readPicture(new URL(headers.location, url), signal, redirects - 1);
    if (statusCode !== 200) throw notRead("The site doesn't give out this picture.");
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > PICTURE_LIMIT_BYTES) break;
    }
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    response.destroy();
  }
}
