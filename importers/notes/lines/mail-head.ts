import type { Clock } from "#importers/lex/clock.ts";
import type { FoundDate } from "#importers/lex/find-dates.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { Line } from "./lines.ts";

/** When a mail was sent, by language. */
const SENT = new RegExp(
  String.raw`^[*_]{0,3}${oneOf`
    date | datum | fecha | data | дата | sent | gesendet | envoyé | enviado | inviato | verzonden
  `}[*_]{0,3}\s?:[*_]{0,3}\s{1,12}(?=[\p{L}\d])`,
  "iu",
);
const FIELD = new RegExp(
  String.raw`^[*_]{0,3}${oneOf`
    from | to | cc | bcc | subject | reply-to | message-id | von | an | betreff | de | à | objet | para | asunto | assunto
    da | a | oggetto | aan | van | onderwerp | från | till | ämne | fra | til | emne | od | do | temat
  `}[*_]{0,3}\s?:[*_]{0,3}\s{1,12}(?=\S)(?!\d{1,2}[:.h]\d)`,
  "iu",
);
const LONGEST = 300;

/** A mail's header lines within a text, and when it was sent. */
export interface MailHead {
  lines: ReadonlySet<number>;
  /** Null if the text contains no mail or several. */
  sent: { day: FoundDate["day"]; clock: Clock } | null;
}

/** The subject of a mail, in its header. */
export const SUBJECT =
  /^[*_]{0,3}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat)[*_]{0,3}\s?:[*_]{0,3}\s{1,12}(?=\S)/iu;

export function sentAt(content: string): MailHead["sent"] {
  const lead = content.length <= LONGEST ? SENT.exec(content) : null;
  const stamp = lead && readStamp(content.slice(lead[0].length));
  const day = stamp?.date?.kind === "day" ? stamp.date.day : null;
  return day?.year != null && stamp?.clock ? { day, clock: stamp.clock } : null;
}
/** Whether a line has the form of a field in the header of a mail. */
export const isField = (content: string): boolean => content.length <= LONGEST && FIELD.test(content);

/** Finds the headers of mails that a text contains: lines one below the other, one of them with the day and time. */
export function findMailHead(lines: readonly Pick<Line, "role" | "content">[]): MailHead {
  const found = new Set<number>();
  const mails: MailHead["sent"][] = [];
  for (let from = 0; from < lines.length; from += 1) {
    let end = from;
    while (isHead(lines[end])) end += 1;
    const [sent, another] = lines.slice(from, end).flatMap(({ content }) => sentAt(content) ?? []);
    if (sent && !another && end - from > 1) {
      for (let at = from; at < end; at += 1) found.add(at);
      mails.push(sent);
    }
    from = Math.max(from, end);
  }
  return { lines: found, sent: (mails.length === 1 && mails[0]) || null };
}

const isHead = (line?: Pick<Line, "role" | "content">): boolean =>
  line?.role === "text" && (isField(line.content) || sentAt(line.content) !== null);
