interface MailWords {
  subject: string;
  body: string;
  link: string;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Returns the two forms of an email: plain text, and the same text as simple HTML with a link. */
export function mailForms({ subject, body, link }: MailWords): { text: string; html: string } {
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const paragraphs = lines.map((line) => `<p style="margin:0 0 8px">${escapeHtml(line)}</p>`);
  const href = escapeHtml(link);
  return {
    text: `${[...(lines.length > 0 ? [lines.join("\n")] : []), link].join("\n\n")}\n`,
    html: [
      '<div style="font:15px/1.5 sans-serif;max-width:600px">',
      `<p style="font-size:17px;margin:0 0 12px"><b>${escapeHtml(subject)}</b></p>`,
      ...paragraphs,
      `<p style="margin:16px 0 0"><a href="${href}">Open in Afterword</a></p>`,
      "</div>",
    ].join("\n"),
  };
}
