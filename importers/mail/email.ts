import type { Importer, ParseOptions, ParseResult } from "#importers/base/importer.ts";
import type { MailMessage } from "#importers/base/mail-message.ts";
import { paragraphs } from "#importers/base/words.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { kindOfMail } from "./email/mail-kind.ts";
import { readMailTime } from "./email/mail-time.ts";
import { splitQuoted } from "./email/split-quoted.ts";

const BODY_LENGTH = 20_000;

/** An e-mail: one event at its Date header. What it quotes, and its signature, is context. */
export const emailImporter: Importer = {
  name: "email",
  label: "E-mail",
  letter: "E",
  detect: ({ mail }) => (mail ? 0.98 : 0),
  explain: () => "The file begins with the headers of an e-mail, From and Date among them.",
  parse({ mail }, options) {
    const reason = "This does not begin with the headers of an e-mail, From and Date among them.";
    return mail ? readMail(mail, options) : { events: [], rejects: [{ line: 1, reason, text: "" }], context: [] };
  },
};

function readMail(mail: MailMessage, options: ParseOptions): ParseResult {
  const time = mail.date === null ? null : readMailTime(mail.date, options);
  const { own, quoted } = splitQuoted(mail.text);
  const [firstLine = ""] = own.split("\n", 1);
  const title = mail.subject ?? (firstLine || "A message without subject");
  const body = paragraphs(
    own,
    mail.to.length > 0 ? `To: ${mail.to.join(", ")}` : null,
    ...mail.attachments.map((name) => `Attached: ${name}`),
  );
  const event = makeEvent({
    line: 1,
    time: time ?? { ...UNKNOWN_TIME, statedText: mail.date ?? "" },
    kind: kindOfMail(mail, own),
    title,
    body,
    actor: mail.from,
    externalId: mail.id,
  });
  const rest = body.slice(BODY_LENGTH);
  const pieces = [...(rest ? [rest] : []), ...quoted.map(({ text }) => `Quoted: ${text}`)];
  return { events: [event], rejects: [], context: pieces.map((text) => ({ line: 1, text })) };
}
