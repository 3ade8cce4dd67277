/** Elements without text of the write-up. */
export const DROPPED: ReadonlySet<string> = new Set(
  "script style noscript template svg math iframe object embed select button textarea canvas audio video nav".split(
    " ",
  ),
);

/** Elements that start and end a paragraph. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside body center details dd div dl dt fieldset figcaption figure footer form header hgroup html legend li main ol p section summary tbody tfoot thead ul".split(
    " ",
  ),
);

export const isHeading = (name: string): boolean => /^h[1-6]$/.test(name);

/** Marks around text. */
export const MARKS: Readonly<Record<string, string>> = {
  b: "**",
  strong: "**",
  code: "`",
  kbd: "`",
  samp: "`",
  tt: "`",
  s: "~~",
  del: "~~",
  strike: "~~",
};

/** Returns whether the attributes of an element hide it. */
export function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return attributes.hidden !== undefined || /display\s{0,3}:\s{0,3}none/i.test((attributes.style ?? "").slice(0, 2000));
}

/** Returns whether a style sets bold, as word processors write it. Null if it sets no weight. */
export function boldness(attributes: Readonly<Record<string, string>>): boolean | null {
  const weight = /font-weight\s{0,3}:\s{0,3}(\w{1,10})/i.exec((attributes.style ?? "").slice(0, 2000))?.[1];
  return weight === undefined ? null : /^(?:bold|bolder|[6-9]00)$/i.test(weight);
}

/** Returns a link as Markdown. A link within the page or to a script keeps only its text. */
export function linkOf(words: string, href: string): string {
  if (!/^https?:\/\//i.test(href) || href.length > 2000 || words.includes("](")) return words;
  const target = href.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return words === href ? words : `[${words.replace(/[[\]]/g, "\\$&")}](${target})`;
}
