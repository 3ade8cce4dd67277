import { openMail } from "./email/open-mail.ts";
import type { ImportInput } from "./importer.ts";
import { inMemory } from "./source/byte-source.ts";
import { isZip, openZip, type ZipLimits } from "./source/open-zip.ts";

const MAIL_NAME = /\.eml$/i;
/** Mail is decoded before anything else is read, so all of it together is held. */
const MOST_BYTES = 50_000_000;

/**
 * An upload with its e-mails decoded: itself, or those of a zip. Decoding waits for the parser of mail, so that it is done
 * before the importers are asked. Throws AppError for a zip beyond its limits.
 */
export async function openMails(input: ImportInput, limits?: ZipLimits): Promise<ImportInput> {
  if (!isZip(input.bytes)) return openMail(input);
  const mails = new Map<string, NonNullable<ImportInput["mail"]>>();
  let total = 0;
  for (const { path, unpack } of openZip(inMemory(input.bytes), limits).files) {
    if (!MAIL_NAME.test(path) || total > MOST_BYTES) continue;
    const bytes = unpack();
    total += bytes.length;
    const { mail } = total > MOST_BYTES ? {} : await openMail({ filename: path, bytes });
    if (mail) mails.set(path, mail);
  }
  return mails.size > 0 ? { ...input, mails } : input;
}
