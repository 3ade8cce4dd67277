import { escapeXml } from "#lib/story/export/xml.ts";
import { utc } from "#server/reviews/frozen/index.ts";
import {
  type Block,
  type BlockOf,
  breakable,
  type Cell,
  type Change,
  contentsOf,
  type Inline,
  isRightToLeft,
  type PrintedReview,
  type PrintedThread,
  printable,
  proseOf,
  type TextStyle,
  textOf,
} from "../printed/printed.ts";
import { HTML_STYLES } from "./html-styles.ts";

const TAGS: Readonly<Record<TextStyle, string>> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  code: "code",
};

const linked = (html: string, href: string | null): string =>
  href === null ? html : `<a href="${escapeXml(href)}" rel="noopener noreferrer">${html}</a>`;

/** Marks a suggested change, followed by its author. */
const changed = (html: string, changes: readonly Change[] = []): string =>
  changes.reduce((inner, { kind, author, at }) => {
    const tag = kind === "insert" ? "ins" : "del";
    return `<${tag} datetime="${escapeXml(at)}">${inner}</${tag}><sup class="by">${escapeXml(author)}</sup>`;
  }, html);

function part(one: Inline): string {
  switch (one.kind) {
    case "break":
      return "<br>";
    case "chip":
      return changed(linked(`<span class="chip">${escapeXml(one.text)}</span>`, one.href), one.changes);
    case "comment":
      return one.side === "start"
        ? ""
        : `<sup><a href="#comment-${one.number}" id="from-${one.number}" aria-label="Comment ${one.number}">[${one.number}]</a></sup>`;
    case "words":
      return changed(
        linked(
          one.styles.reduce(
            (html, style) => `<${TAGS[style]}>${html}</${TAGS[style]}>`,
            breakable(one.text).map(escapeXml).join("<wbr>"),
          ),
          one.href,
        ),
        one.changes,
      );
  }
}

const line = (content: readonly Inline[]): string => content.map(part).join("");

/** Puts marks and lines of a block on the side of its words. `dir="auto"` would skip the blocks in it that have one. */
const side = (blocks: readonly Block[]): string => ` dir="${isRightToLeft(proseOf(blocks)) ? "rtl" : "ltr"}"`;

const cell = ({ isHead, columns, rows, blocks: own }: Cell, scope: string, pictures: Pictures): string => {
  const tag = isHead ? "th" : "td";
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ""}${rows > 1 ? ` rowspan="${rows}"` : ""}`;
  return `<${tag}${isHead ? ` scope="${scope}"` : ""}${spans}>${blocks(own, pictures)}</${tag}>`;
};

function table({ caption, headRows, rows }: BlockOf<"table">, pictures: Pictures): string {
  const row = (cells: readonly Cell[], scope: string) =>
    `<tr>${cells.map((one) => cell(one, scope, pictures)).join("")}</tr>`;
  const head = rows.slice(0, headRows).map((cells) => row(cells, "col"));
  const body = rows.slice(headRows).map((cells) => row(cells, "row"));
  return `<div class="wide"><table>${caption === null ? "" : `<caption dir="auto">${escapeXml(caption)}</caption>`}${
    head.length > 0 ? `<thead>${head.join("")}</thead>` : ""
  }<tbody>${body.join("\n")}</tbody></table></div>`;
}

function list(one: BlockOf<"list">, pictures: Pictures): string {
  const { isOrdered, start, items } = one;
  const tag = isOrdered ? "ol" : "ul";
  const tasks = items.some(({ isChecked }) => isChecked !== null);
  const attributes = `${isOrdered && start !== 1 ? ` start="${start}"` : ""}${tasks ? ' class="tasks"' : ""}${side([one])}`;
  const told = items.map(({ isChecked, blocks: own }) => {
    const box = isChecked === null ? "" : `<input type="checkbox" disabled${isChecked ? " checked" : ""}>`;
    return `<li>${box}<div>${blocks(own, pictures)}</div></li>`;
  });
  return `<${tag}${attributes}>${told.join("")}</${tag}>`;
}

type Pictures = PrintedReview["pictures"];

function picture({ id, alt, share, caption }: BlockOf<"picture">, pictures: Pictures): string {
  const found = pictures.get(id);
  if (!found) return "";
  const { mediaType, width, height, bytes } = found;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const image = `<img src="data:${escapeXml(mediaType)};base64,${data}" alt="${escapeXml(alt)}" width="${width}" height="${height}" style="width:${share}%">`;
  return `<figure>${image}${caption.length > 0 ? `<figcaption dir="auto">${line(caption)}</figcaption>` : ""}</figure>`;
}

/** By its class, programs colour code, and an import knows its language. */
const language = (name: string | null): string =>
  name === null ? "" : ` class="language-${escapeXml(printable(name))}"`;

function block(one: Block, pictures: Pictures): string {
  switch (one.kind) {
    case "heading":
      return `<h${one.level + 1} id="${one.anchor}" dir="auto">${line(one.content)}</h${one.level + 1}>`;
    case "paragraph":
      return `<p dir="auto">${line(one.content)}</p>`;
    case "note":
      return `<p class="note" dir="auto">${line(one.content)}</p>`;
    case "list":
      return list(one, pictures);
    case "table":
      return table(one, pictures);
    case "quote":
      return `<blockquote${side([one])}>${blocks(one.blocks, pictures)}</blockquote>`;
    case "callout":
      return `<aside data-tone="${escapeXml(one.tone)}"${side([one])}><b class="tone">${TONES[one.tone] ?? "Note"}</b>${blocks(one.blocks, pictures)}</aside>`;
    case "fold":
      return `<details open${side([one])}><summary>${line(one.title)}</summary>${blocks(one.blocks, pictures)}</details>`;
    case "code":
      return `<pre><code${language(one.language)}>${escapeXml(one.text)}</code></pre>`;
    case "picture":
      return picture(one, pictures);
    case "rule":
      return "<hr>";
  }
}

const TONES: Readonly<Record<string, string>> = { note: "Note", tip: "Tip", warning: "Warning" };

const blocks = (all: readonly Block[], pictures: Pictures): string => all.map((one) => block(one, pictures)).join("\n");

function contents(all: readonly Block[]): string {
  const headings = contentsOf(all);
  if (headings.length === 0) return "";
  const items = headings.map(
    ({ level, anchor, content }) =>
      `<li data-level="${level}"><a href="#${anchor}" dir="auto">${escapeXml(textOf(content))}</a></li>`,
  );
  return `<nav aria-label="Contents"><h2>Contents</h2><ol>${items.join("")}</ol></nav>`;
}

function comments(threads: readonly PrintedThread[]): string {
  if (threads.length === 0) return "";
  const items = threads.map(({ number, isPlaced, quote, isResolved, comments: own }) => {
    const back = isPlaced ? `<a href="#from-${number}">[${number}]</a>` : `[${number}]`;
    const quoted = quote === "" ? "" : ` <q dir="auto">${escapeXml(quote)}</q>`;
    const said = own.map(
      ({ author, at, body }) =>
        `<p dir="auto"><b>${escapeXml(author)}</b>, ${utc(at)}:<br>${escapeXml(body).replaceAll("\n", "<br>")}</p>`,
    );
    return `<li id="comment-${number}">${back}${quoted}${isResolved ? " Resolved" : ""}${said.join("")}</li>`;
  });
  return `<section><h2 id="comments">Comments</h2><ol class="comments">${items.join("\n")}</ol></section>`;
}

/** Returns the review as one HTML file that loads nothing and runs nothing: pictures and styles are in it. */
export function reviewHtml({ title, about, blocks: all, comments: threads, pictures }: PrintedReview): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Afterword">
<title>${escapeXml(title)}</title>
<style>${HTML_STYLES}</style>
</head>
<body>
<main>
<header><h1 dir="auto">${escapeXml(title)}</h1><p class="note">${line(about)}</p></header>
${contents(all)}
${blocks(all, pictures)}
${comments(threads)}
</main>
</body>
</html>
`;
}
