import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer, NormalizedEvent, ParseOptions, ParseResult } from "#importers/base/importer.ts";
import type { MailMessage } from "#importers/base/mail-message.ts";
import { paragraphs } from "#importers/base/words.ts";
import { kindOfChat } from "#importers/kit/chat-kind.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";
import { TROUBLE } from "#importers/notes/days/trouble.ts";
import { parseNotes } from "#importers/notes/parse-notes.ts";
import { words } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { splitQuoted } from "./email/split-quoted.ts";

/** The time zones that RFC 5322 still allows by name. */
const NAMED: Record<string, string> = {
  EST: "-0500",
  EDT: "-0400",
  CST: "-0600",
  CDT: "-0500",
  MST: "-0700",
  MDT: "-0600",
  PST: "-0800",
  PDT: "-0700",
};

/** Reads the Date header as an instant with the stated text, or null. */
function readMailTime(header: string, options: ParseOptions): StatedTime | null {
  const stated = header.replace(/\s+/g, " ").trim().slice(0, 100);
  const plain = stated
    .replace(/\s?\([^()]{0,40}\)$/, "")
    .replace(/ ([ECMP][SD]T)$/, (whole, name: string) => (NAMED[name] ? ` ${NAMED[name]}` : whole));
  const time = readInstant(plain, options);
  return time ? { ...time, statedText: stated } : null;
}

const MACHINE = words`
  no-?reply | do-?not-?reply | alerts? | alerting | alarms? | alertmanager | monitor(?:ing)? | nagios
  icinga | zabbix | grafana | prometheus | pagerduty | opsgenie | sns | sentry | datadog | notifications?
  statuspage | uptime\w{0,12} | pingdom | cron | root | jenkins | github | gitlab
`;
/** Prefixes of subjects from monitoring tools. */
const STATE_RULES: KindRules = [
  [/^(?:recovery|recovered|resolved|ok|up|cleared|normal)\b/i, "alert_resolved"],
  [/^(?:firing|alarm|problem|alert|triggered|down|critical|warning|unknown|no data)\b/i, "alert_fired"],
];
const SHOUTED = /^(?:RECOVERY|RECOVERED|RESOLVED|OK|FIRING|ALARM|PROBLEM|ALERT|TRIGGERED|DOWN|CRITICAL|WARNING)\b/;
const PREFIX = /^(?:(?:re|aw|fwd?|wg|tr)(?=\s?:)|[[\](){}*!:\s]|external\b){0,30}/i;

/**
 * Returns alert kinds by the sender and the first words of the subject, otherwise what a person's subject suggests.
 */
function kindOfMail(mail: MailMessage, own: string): EventKind {
  const subject = (mail.subject ?? "").slice(0, 400).replace(PREFIX, "");
  const isMachine = mail.isAutomatic || MACHINE.test((mail.address ?? "").slice(0, 200));
  if (isMachine || SHOUTED.test(subject)) {
    const state = kindBy(STATE_RULES, subject, "internal_update");
    if (state !== "internal_update") return state;
  }
  const words = `${subject}\n${own.slice(0, 1000)}`;
  const kind = isMachine ? kindOfChat(true, words) : kindOfChat(false, subject || own.slice(0, 300));
  return kind === "observation" || kind === "automated_action" ? "internal_update" : kind;
}

const BODY_LENGTH = 20_000;

/** An email: one event at its Date header. Quotes and the signature are context. */
export const emailImporter: Importer = {
  name: "email",
  label: "E-mail",
  letter: "E",
  detect: ({ mail }) => (mail ? 0.98 : 0),
  explain: () => "The file starts with the headers of an email, such as From and Date.",
  parse({ mail }, options) {
    const reason = "This doesn't start with the headers of an email, such as From and Date.";
    return mail ? readMail(mail, options) : { events: [], rejects: [{ line: 1, reason, text: "" }], context: [] };
  },
};

function readMail(mail: MailMessage, options: ParseOptions): ParseResult {
  const time = mail.date === null ? null : readMailTime(mail.date, options);
  const { own, quoted } = splitQuoted(mail.text);
  const [firstLine = ""] = own.split("\n", 1);
  const title = mail.subject ?? (firstLine || "A message without a subject");
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
  const told = timelineIn(mail, own, options);
  const rest = body.slice(BODY_LENGTH);
  const pieces = [...(rest ? [rest] : []), ...quoted.map(({ text }) => `Quoted: ${text}`)];
  return { ...told, events: [event, ...told.events], rejects: [], context: pieces.map((text) => ({ line: 1, text })) };
}

/** The fewest lines with a time that are a timeline. */
const LEAST = 3;

const OPENING_LENGTH = 600;
const CLOCK = /\b\d{1,2}[:.h]\d{2}\b/g;

/**
 * The timeline that a message contains, each line with its time first, or the story of an incident that it tells. Its
 * words stay in the message.
 */
function timelineIn(mail: MailMessage, own: string, options: ParseOptions): Pick<ParseResult, "events" | "days"> {
  const starts = own.split("\n").filter((line) => /^\W{0,8}\d/.test(line));
  const isStory =
    TROUBLE.test(`${mail.subject ?? ""}\n${own.slice(0, OPENING_LENGTH)}`) && (own.match(CLOCK)?.length ?? 0) >= LEAST;
  if (starts.length < LEAST && !isStory) return { events: [] };
  const head = [`From: ${mail.from ?? ""}`, `Date: ${mail.date ?? ""}`, `Subject: ${mail.subject ?? ""}`];
  const text = [...(mail.date === null ? head.slice(2) : head), "", own].join("\n");
  const { events, days } = parseNotes({ filename: "", text, json: undefined }, options);
  const listed = events.filter(
    ({ statedText, precision }) =>
      precision !== "day" && starts.some((line) => line.replace(/^\W{0,8}/, "").startsWith(statedText ?? "\n")),
  );
  // A mail that announces work tells of times after it was sent.
  const sent = mail.date === null ? null : (readMailTime(mail.date, options)?.at ?? null);
  const isOver = ({ at, precision }: NormalizedEvent) =>
    precision !== "day" && (at === null || sent === null || at <= sent);
  const told = listed.length < LEAST && isStory ? events.filter(isOver) : listed;
  if (told.length < LEAST) return { events: [] };
  return { events: told.map((event) => ({ ...event, line: 1 })), ...(days ? { days } : {}) };
}
