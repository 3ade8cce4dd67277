import { escapeHtml } from "#lib/base/text/escape-html.ts";
import { MESSAGE_KIND_WORDS, type MessageKind } from "#lib/base/vocabulary/message-kind.ts";

interface MailWords {
  subject: string;
  body: string;
  link: string;
  /** Why this person gets it, and how to end that. */
  kind: MessageKind;
  unsubscribe: string;
  settings: string;
}

const linkTo = (href: string, words: string) => `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;

/** Returns the two forms of an email: plain text, and the same text as simple HTML without pictures. */
export function mailForms(words: MailWords): { text: string; html: string } {
  const { subject, body, link, kind, unsubscribe, settings } = words;
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const why = `You get this because emails about “${MESSAGE_KIND_WORDS[kind].name}” are on in your settings.`;
  const paragraphs = lines.map((line) => `<p style="margin:0 0 8px">${escapeHtml(line)}</p>`);
  const foot = [why, `Stop these emails: ${unsubscribe}`, `Change your message settings: ${settings}`];
  return {
    text: `${[...(lines.length > 0 ? [lines.join("\n")] : []), link, ["-- ", ...foot].join("\n")].join("\n\n")}\n`,
    html: [
      '<div style="font:15px/1.5 sans-serif;max-width:600px">',
      `<p style="font-size:17px;margin:0 0 12px"><b>${escapeHtml(subject)}</b></p>`,
      ...paragraphs,
      `<p style="margin:16px 0 0">${linkTo(link, "Open in Afterword")}</p>`,
      `<p style="margin:24px 0 0;font-size:13px">${escapeHtml(why)}<br>`,
      `${linkTo(unsubscribe, "Stop these emails")} or ${linkTo(settings, "change your message settings")}.</p>`,
      "</div>",
    ].join("\n"),
  };
}
