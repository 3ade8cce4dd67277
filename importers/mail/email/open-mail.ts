import PostalMime, { type Address, type Email } from "postal-mime";
import type { ImportInput } from "#importers/base/importer.ts";
import type { MailMessage } from "#importers/base/mail-message.ts";
import { markdownOfHtml } from "#importers/html/markdown-of-html.ts";

/** Characters of a source that show whether it is an email. */
export const MAIL_HEAD_BYTES = 16_384;
const HEADER = /^[A-Za-z][A-Za-z0-9-]{0,60}:/;
const TELLING =
  /^(?:message-id|mime-version|received|return-path|delivered-to|content-type|subject|to|x-[\w-]{1,40}):/i;

/**
 * Returns an upload with its email decoded, or unchanged. Decoding is asynchronous, so it's done before the importers
 * run.
 */
export async function openMail(input: ImportInput): Promise<ImportInput> {
  return isMail(input.bytes) ? { ...input, mail: await decodeMail(input.bytes) } : input;
}

/** Returns whether a text starts with only header lines, including a sender and a date. */
export function isMail(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, MAIL_HEAD_BYTES));
  const lines = head.replace(/^\uFEFF|^ï»¿/, "").split(/\r?\n/);
  const end = lines.indexOf("");
  const headers = (end < 0 ? lines.slice(0, -1) : lines.slice(0, end)).filter((line) => !/^[ \t]/.test(line));
  if (headers[0]?.startsWith("From ")) headers.shift();
  if (headers.length < 3 || !headers.every((line) => HEADER.test(line))) return false;
  const has = (pattern: RegExp) => headers.some((line) => pattern.test(line));
  return has(/^from:/i) && has(/^date:/i) && has(TELLING);
}

async function decodeMail(bytes: Uint8Array): Promise<MailMessage> {
  // The parser keeps views of its input, so a copy protects the upload.
  const mail = await PostalMime.parse(bytes.slice(), { maxNestingDepth: 40 }).catch(() => null);
  const header = (name: string) => mail?.headers.find((one) => one.key === name)?.value ?? null;
  return {
    date: header("date"),
    subject: mail?.subject?.trim() || null,
    from: mail?.from?.name?.trim() || mail?.from?.address || null,
    address: mail?.from?.address ?? null,
    to: (mail?.to ?? []).flatMap(nameOf),
    id: mail?.messageId ?? null,
    isAutomatic: /^auto/i.test(header("auto-submitted") ?? "") || /^(?:bulk|junk)$/i.test(header("precedence") ?? ""),
    text: mail ? wordsOf(mail) : "",
    attachments: (mail?.attachments ?? []).flatMap(({ filename }) => (filename ? [filename] : [])),
  };
}

const nameOf = (one: Address): string[] => {
  const name = one.name || one.address;
  return name ? [name] : [];
};

/** Returns the plain part if it has content, otherwise the text of the HTML. */
function wordsOf({ text = "", html }: Email): string {
  if (html && text.trim() === "") return markdownOfHtml(html).text;
  return text.replace(/\r\n?/g, "\n");
}
