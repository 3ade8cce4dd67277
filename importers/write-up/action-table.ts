import { linksIn, plainText } from "#importers/lex/markdown.ts";
import { splitRow } from "#importers/lex/table.ts";
import type { ProposedAction } from "./proposed-action.ts";
import { readActionWords, statusIn, ticketIn } from "./read-action-words.ts";

const LONGEST_CELL = 200;
const COLUMNS = {
  title:
    /^(?:action(?: items?| points?)?|items?|tasks?|what|description|to-?do|follow-?ups?|summary|title|improvement|remediation)\b/i,
  owner: /^(?:owners?|assignees?|who|responsible|dri|assigned)\b/i,
  due: /^(?:due|deadline|date|eta|target|when|by)\b/i,
  status: /^(?:status|state|done|progress|completed?)\b/i,
  link: /^(?:bug|links?|issues?|tickets?|tracking|jira|url|pr|reference)\b/i,
  type: /^(?:type|kind|category)\b/i,
  priority: /^(?:priority|prio|severity)\b/i,
} as const;

/**
 * Returns whether a header row belongs to a table of actions: it names an action, and who, when, where or its progress.
 */
export function isActionHeader(header: readonly string[]): boolean {
  const names = header.map(plainText);
  const isAction = names.some((name) => /^action(?: items?| points?)?$|^to-?dos?$|^follow-?ups?$/i.test(name));
  const rest = [COLUMNS.owner, COLUMNS.due, COLUMNS.status, COLUMNS.link, COLUMNS.priority];
  return isAction && rest.some((pattern) => names.some((name) => pattern.test(name)));
}

/**
 * Returns the actions of a table's rows, by the names of its columns. Without a named column, the widest one is the
 * text.
 */
export function readActionTable(
  header: readonly string[],
  rows: readonly { line: number; raw: string }[],
): ProposedAction[] {
  const names = header.map(plainText);
  const place = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([role, pattern]) => [role, place(pattern)]));
  const cells = rows.map(({ line, raw }) => ({ line, cells: splitRow(raw) }));
  const titleAt = at.title !== undefined && at.title >= 0 ? at.title : widest(cells.map((row) => row.cells));
  return cells.flatMap(({ line, cells: row }) => {
    const cell = (role: string) => row[at[role] ?? -1] ?? "";
    const short = (role: string) => plainText(cell(role).slice(0, LONGEST_CELL));
    const said = readActionWords(row[titleAt] ?? "");
    if (!/\p{L}{2}/u.test(said.title)) return [];
    const [url = said.url] = linksIn(cell("link").slice(0, 2000));
    return [
      {
        ...said,
        line,
        url,
        owner: short("owner") || said.owner,
        due: short("due") || said.due,
        status: statusIn(short("status")) ?? said.status,
        ticket: ticketIn(short("link"), url) ?? said.ticket,
        type: short("type") || null,
        priority: short("priority") || said.priority,
      },
    ];
  });
}

/** Returns the index of the column with the most characters. */
function widest(rows: readonly string[][]): number {
  const sizes: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) sizes[at] = (sizes[at] ?? 0) + cell.length;
  return sizes.reduce((best, size, at) => (size > (sizes[best] ?? 0) ? at : best), 0);
}
