import type { ImportInput } from "#importers/base/importer.ts";
import { isMail, MAIL_HEAD_BYTES, openMail } from "#importers/mail/email/open-mail.ts";
import { inMemory } from "#importers/source/byte-source.ts";
import { isZip, openZip, type ZipLimits } from "#importers/source/open-zip.ts";
import type { StoredInput } from "#importers/source/read-source.ts";

const MAIL_NAME = /\.eml$/i;
/** Mails are decoded before anything else is read, so the words of all of them are held. */
const MOST_LETTERS = 100_000_000;
const MEBIBYTE = 1024 * 1024;

interface MailLimits {
  /** One e-mail, with all that is attached to it. */
  mailBytes: number;
  zip?: ZipLimits;
}

type OpenedMails = Pick<ImportInput, "mail" | "mails" | "refusedMails">;

/** An upload with its e-mails decoded: itself, or those of a zip. Throws AppError for a zip beyond its limits. */
export async function openMails(input: ImportInput, zip?: ZipLimits): Promise<ImportInput> {
  const limits = { mailBytes: input.bytes.length, ...(zip ? { zip } : {}) };
  return { ...input, ...(await decodeMails({ ...input, bytes: inMemory(input.bytes) }, limits)) };
}

/**
 * The e-mails of an upload, which may lie on disk. Decoding waits for the parser of mail, so that it is done before the
 * importers are asked. Those of a zip are unpacked one by one; one beyond a limit is refused with a sentence.
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
