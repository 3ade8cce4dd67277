import type { Prisma } from "#generated/prisma/client.ts";
import { AppError } from "#lib/base/errors.ts";
import { isPictureType } from "#lib/base/vocabulary/picture-type.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { PreparedFile } from "./prepare-file.ts";
import { prepareUpload } from "./prepare-upload.ts";

/** Stores the bytes once, however often they are attached. Returns their hash. */
export async function keepFile(tx: TxCtx, file: PreparedFile): Promise<string> {
  await tx.db.storedFile.createMany({ data: { ...file, createdAt: tx.now() }, skipDuplicates: true });
  return file.hash;
}

/** Files that nothing uses any more. */
export const UNUSED_FILE = {
  attachments: { none: {} },
  pictureSizes: { none: {} },
  actionEvidence: { none: {} },
} satisfies Prisma.StoredFileWhereInput;

/** Deletes the bytes of these files, except those that something else also uses. */
export async function deleteUnused(tx: TxCtx, hashes: readonly (string | null)[]): Promise<void> {
  const among = hashes.flatMap((hash) => hash ?? []);
  if (among.length > 0) await tx.db.storedFile.deleteMany({ where: { hash: { in: among }, ...UNUSED_FILE } });
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
