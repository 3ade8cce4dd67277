import { AppError } from "#lib/base/errors.ts";
import { isPictureType } from "#lib/incidents/evidence/picture.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { PreparedFile } from "./prepare-file.ts";
import { prepareUpload } from "./prepare-upload.ts";

/** Stores the bytes once, however often they are attached. Returns their hash. */
export async function keepFile(tx: TxCtx, file: PreparedFile): Promise<string> {
  await tx.db.storedFile.createMany({ data: { ...file, createdAt: tx.now() }, skipDuplicates: true });
  return file.hash;
}

export type StoredFile = { hash: string; kind: "image" | "file" } | { refused: string };

/**
 * Stores a file that was inside another file, with all checks of an upload. The calling function authorizes and
 * attaches. `content` is base64. Returns a sentence if an upload of it would be rejected.
 */
export async function storeFile(tx: TxCtx, content: string): Promise<StoredFile> {
  try {
    const file = await prepareUpload(null, { content });
    return { hash: await keepFile(tx, file), kind: isPictureType(file.mediaType) ? "image" : "file" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refused: error.details.message ?? error.details.fields?.[0]?.message ?? error.message };
  }
}
