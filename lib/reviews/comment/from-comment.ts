import { onOneLine, shortened } from "#lib/base/text/one-line.ts";

/** The text of a thread, as far as a record needs it. */
export interface Remark {
  quote: string;
  comments: readonly { body: string; deleted: boolean }[];
}

/**
 * Returns the words of a record that a comment becomes: the first comment that is left as its statement, cut between
 * words if it is too long. The details have the passage, and the whole comment if the statement is only its start. Null
 * if every comment was deleted.
 */
export function recordWords({ quote, comments }: Remark, most: number): { statement: string; detail: string } | null {
  const body = comments.find(({ deleted, body: said }) => !deleted && said.trim() !== "")?.body.trim();
  if (body === undefined) return null;
  const line = onOneLine(body);
  const statement = shortened(line, most);
  const parts = [quote.trim() ? `About “${onOneLine(quote)}”` : "", statement === body ? "" : body];
  return { statement, detail: parts.filter((part) => part !== "").join("\n\n") };
}
