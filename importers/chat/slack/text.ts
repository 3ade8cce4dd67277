import { isRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";

/** Names by id, from the export's own lists. */
export interface SlackNames {
  people: Map<string, string>;
  channels: Map<string, string>;
}

const BROADCASTS = new Set(["here", "channel", "everyone"]);

/** Returns Slack's markup as plain text: mentions by name, links as written, entities decoded. */
export function plainText(text: string, names: SlackNames): string {
  const unmarked = text.includes("<") ? withoutMarkup(text, names) : text;
  if (!unmarked.includes("&")) return unmarked;
  return unmarked.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function withoutMarkup(text: string, names: SlackNames): string {
  let plain = "";
  let done = 0;
  let close = -1;
  for (let open = text.indexOf("<"); open >= 0; ) {
    if (close < open) close = text.indexOf(">", open);
    if (close < 0) break;
    const next = text.indexOf("<", open + 1);
    const words = next >= 0 && next < close ? null : wordsOf(text.slice(open + 1, close), names);
    if (words !== null) {
      plain += text.slice(done, open) + words;
      done = close + 1;
    }
    open = next;
  }
  return plain + text.slice(done);
}

/** Returns the text of one piece of markup without its brackets: a sign, a target, and a label after a bar. */
function wordsOf(markup: string, names: SlackNames): string | null {
  const bar = markup.indexOf("|");
  const whole = bar < 0 ? markup : markup.slice(0, bar);
  if (whole === "") return null;
  const label = bar < 0 ? undefined : markup.slice(bar + 1);
  const target = whole.slice(1);
  if (target === "") return link(whole, label);
  if (whole.startsWith("@")) return `@${names.people.get(target) ?? (label || target)}`;
  if (whole.startsWith("#")) return `#${label || names.channels.get(target) || target}`;
  return whole.startsWith("!") ? special(target, label) : link(whole, label);
}

/** `!here`, `!subteam^S123|@oncall`, `!date^1392734382^{date}|18 Feb`. */
function special(target: string, label: string | undefined): string {
  if (label) return label;
  const [word = target] = target.split("^");
  return BROADCASTS.has(word) ? `@${word}` : target;
}

function link(target: string, label: string | undefined): string {
  const address = target.replace(/^(mailto|tel):/, "");
  if (!label || label === address || label === target) return address;
  return target === address ? `${label} (${address})` : label;
}

/** Returns the text of a message, then the names of its files. */
export function wordsOfMessage(message: unknown, names: SlackNames): string {
  return withFiles(spokenIn(message, names), message);
}

/** The same with Slack's markup. */
export const rawWords = (message: unknown): string => withFiles(paragraphs(...saidParts(message)), message);

/** The text of a message, then the names of its files. */
export function withFiles(said: string, message: unknown): string {
  const files = listAt(message, "files");
  return files.length === 0 ? paragraphs(said) : paragraphs(said, ...fileNames(files));
}

/** The text, otherwise the blocks, then the attachments. */
export function spokenIn(message: unknown, names: SlackNames): string {
  const parts = saidParts(message);
  if (parts.length === 1) return plainText(parts[0] ?? "", names);
  return paragraphs(...parts.map((part) => plainText(part, names)));
}

function saidParts(message: unknown): string[] {
  const text = textAt(message, "text") ?? listAt(message, "blocks").map(blockText).filter(Boolean).join("\n");
  const attached = listAt(message, "attachments");
  return attached.length === 0 ? [text] : [text, ...attached.map(attachmentText)];
}

function attachmentText(attachment: unknown): string {
  const fields = listAt(attachment, "fields").map(
    (field) => `${textAt(field, "title") ?? ""}: ${textAt(field, "value") ?? ""}`,
  );
  const blocks = listAt(attachment, "blocks").map(blockText).filter(Boolean);
  const said = paragraphs(
    textAt(attachment, "pretext"),
    textAt(attachment, "title"),
    textAt(attachment, "text"),
    ...blocks,
    fields.join("\n"),
  );
  return said || (textAt(attachment, "fallback") ?? "");
}

/** Text of a section, header or context block, and of its fields. */
function blockText(block: unknown): string {
  const parts = [block, ...listAt(block, "fields"), ...listAt(block, "elements")].map((part) => {
    const inner = isRecord(part) ? part.text : undefined;
    return typeof inner === "string" ? inner : textAt(recordAt(part, "text"), "text");
  });
  return parts.filter((part) => part !== null && part !== "").join("\n");
}

function fileNames(files: readonly unknown[]): string[] {
  return files.flatMap((file) => {
    const name = textAt(file, "title", "name");
    return name ? [`File: ${name}`] : [];
  });
}
