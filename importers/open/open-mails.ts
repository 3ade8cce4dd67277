import type { ImportInput } from "#importers/base/importer.ts";
import { isMail, MAIL_HEAD_BYTES, openMail } from "#importers/mail/email/open-mail.ts";
import { inMemory } from "#importers/source/byte-source.ts";
import { isZip, openZip, type ZipLimits } from "#importers/source/open-zip.ts";
import type { StoredInput } from "#importers/source/read-source.ts";

const MAIL_NAME = /\.eml$/i;
/** Limit in total, because emails are decoded before anything else is read and all their text is in memory. */
const MOST_LETTERS = 100_000_000;
const MEBIBYTE = 1024 * 1024;

interface MailLimits {
  /** One email, with its attachments. */
  mailBytes: number;
  zip?: ZipLimits;
}

type OpenedMails = Pick<ImportInput, "mail" | "mails" | "refusedMails">;

/**
 * Returns an upload with its emails decoded: itself, or those of a zip. Throws AppError for a zip beyond its limits.
 */
export async function openMails(input: ImportInput, zip?: ZipLimits): Promise<ImportInput> {
  const limits = { mailBytes: input.bytes.length, ...(zip ? { zip } : {}) };
  return { ...input, ...(await decodeMails({ ...input, bytes: inMemory(input.bytes) }, limits)) };
}

/**
 * Returns the emails of an upload, which can be on disk. Decoding is asynchronous, so it's done before the importers
 * run. Those of a zip are unpacked one by one. One beyond a limit is rejected with a reason.
 */
export async function decodeMails({ filename, bytes }: StoredInput, limits: MailLimits): Promise<OpenedMails> {
  const head = bytes.read(0, MAIL_HEAD_BYTES);
  if (isZip(head)) return decodePacked(bytes, limits);
  if (!isMail(head) || bytes.size > limits.mailBytes) return {};
  const { mail } = await openMail({ filename, bytes: bytes.read(0, bytes.size) });
  return mail ? { mail } : {};
}

async function decodePacked(zip: StoredInput["bytes"], limits: MailLimits): Promise<OpenedMails> {
  const mails = new Map<string, NonNullable<ImportInput["mail"]>>();
  const refused = new Map<string, string>();
  let letters = 0;
  for (const { path, unpack } of openZip(zip, limits.zip).files) {
    if (!MAIL_NAME.test(path)) continue;
    const bytes = unpack();
    if (bytes.length > limits.mailBytes) {
      refused.set(
        path,
        `This email has ${inWords(bytes.length)}. The limit for an email is ${inWords(limits.mailBytes)}.`,
      );
      continue;
    }
    const { mail } = await openMail({ filename: path, bytes });
    if (!mail) continue;
    letters += mail.text.length;
    if (letters <= MOST_LETTERS) mails.set(path, mail);
    else refused.set(path, "This zip contains too many emails to read at once. Import this one on its own.");
  }
  return { ...(mails.size > 0 ? { mails } : {}), ...(refused.size > 0 ? { refusedMails: refused } : {}) };
}

const inWords = (bytes: number) => `${Math.ceil((bytes / MEBIBYTE) * 10) / 10} MB`;
