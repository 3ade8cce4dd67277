import { Marked, type Token, type Tokens } from "marked";
import { parse } from "yaml";
import { bulletItems } from "#lib/base/text/bullet-items.ts";
import { escapeHtml } from "#lib/base/text/escape-html.ts";

export interface MarkdownPage {
  html: string;
  /** The `title` of its front matter. */
  title: string | null;
}

const FRONT = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const MOST_FRONT = 20_000;
/** Matches the target of a link definition. Anything else is a line of notes, such as `[10:31]: restarted`. */
const ADDRESS = /[/#@]|^(?:mailto|tel|data):/i;

const code = (text: string, language: string) =>
  `<pre><code class="language-${escapeHtml(language)}">${escapeHtml(text)}</code></pre>\n`;

const barsIn = (row: string) =>
  row
    .replace(/\\\|/g, "")
    .replace(/^\s*\||\|\s*$/g, "")
    .split("|").length;

/** The standard drops cells beyond those of the head, so such a table stays as it is written. */
const isRagged = ({ raw, header }: Tokens.Table) => raw.split("\n").some((row) => barsIn(row) > header.length);

/** GitHub flavour, with everything kept that it would drop. `isUsed` returns whether a definition has a reference. */
function reader(isUsed: (label: string) => boolean): Marked {
  const marked = new Marked({ gfm: true, async: false });
  marked.use({
    tokenizer: {
      def(source) {
        const match = /^ {0,3}\[([^\]\n]{1,999})\]:[ \t]{0,20}\n?[ \t]{0,20}(\S*)/.exec(source);
        return match && ADDRESS.test(match[2] ?? "") && isUsed(match[1] ?? "") ? false : undefined;
      },
    },
    renderer: {
      code: ({ text, lang }) => code(text, lang ?? ""),
      link({ href, title, tokens }) {
        const words = this.parser.parseInline(tokens as Token[]);
        const said = [/^(?:[a-z][a-z\d+.-]*:|#)/i.test(href) ? "" : href, title ?? ""].filter((part) => part !== "");
        return `<a href="${escapeHtml(href)}">${words}</a>${said.length > 0 ? ` (${escapeHtml(said.join(", "))})` : ""}`;
      },
      image: ({ href, title, text }) =>
        `<img src="${escapeHtml(href)}" alt="${escapeHtml([text, title ?? ""].filter((part) => part !== "").join(", "))}">`,
      table(token) {
        return isRagged(token) ? code(token.raw.trimEnd(), "") : false;
      },
    },
  });
  return marked;
}

/** Returns a Markdown text as HTML. No word of it is dropped, and the front matter becomes a block of code. */
export function htmlOfMarkdown(text: string): MarkdownPage {
  const front = FRONT.exec(text.slice(0, MOST_FRONT));
  const stated = front ? readFront(front[1] ?? "") : null;
  const body = bulletItems(front && stated ? text.slice(front[0].length) : text);
  const labels = referencesIn(body);
  const html = reader((label) => labels.has(label.toLowerCase())).parse(body) as string;
  return { html: stated ? code(front?.[1] ?? "", "yaml") + html : html, title: stated?.title ?? null };
}

/** Labels in brackets that aren't definitions. */
function referencesIn(text: string): ReadonlySet<string> {
  const found = text.matchAll(/\[([^[\]\n]{1,999})\](?!:)/g);
  return new Set([...found].map(([, label = ""]) => label.toLowerCase()));
}

/** Null for lines between two rules that aren't front matter. */
function readFront(yaml: string): { title: string | null } | null {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const title = "title" in value ? value.title : null;
    return { title: typeof title === "string" && title.trim() !== "" ? title.trim() : null };
  } catch {
    return null;
  }
}
