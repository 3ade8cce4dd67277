import { linksIn, plainText } from "#importers/lex/markdown.ts";
import type { ProposedAction } from "./proposed-action.ts";

const BOX = /^\s{0,40}(?:[-*+•]|\d{1,3}[.)])?\s{0,40}\[([ xX])\]\s*/;
/** "Done." as a sentence, in brackets or after a dash, "Done" with a capital, or a tick. */
const DONE =
  /(?:^|[.!?([—–-]\s*|: )(?:[Dd]one|DONE|[Cc]ompleted?|[Ss]hipped|[Mm]erged|[Ff]ixed)\b(?:[\s.)\]!]*| for\b.{0,60})$|\s(?:Done|DONE)\b[.!]?$|^(?:✅|✔️?|☑️?)|[✅✔☑]\s*$/u;
const TRAILING_OWNER = /\s+\(?@[\w.-]{2,40}\)?$/;
const OWNER =
  /(?:\b(?:owner|assignee|assigned to|responsible|who)\s*[:=]\s*)([^,;()|\n]{2,60})|(?:^|\s|`|\()(@[\w.-]{2,40})/i;
const DUE =
  /\b(?:due(?: date)?|deadline|eta|target(?: date)?)\s{0,20}[:=]?\s{0,20}(?:by |on )?([^,;()|\n]{2,30})|\bby (\d{4}-\d{2}-\d{2})\b/i;
const TICKET = /(?<![\w/])(?:[A-Z][A-Z0-9]{1,9}-\d{1,7}|T\d{4,7}|(?:[\w.-]+\/[\w.-]+)?#\d{1,7})(?![\w-])/;
const TICKET_IN_URL = /\/(?:browse|issues?|pull|merge_requests|tickets?)\/([A-Z][A-Z0-9]+-\d+|\d+)\b|\/(T\d{4,7})\b/;
const PRIORITY = /\bP[0-4]\b/;

/** Values outside the text: an owner and a date in brackets or after a dash at the end. */
const OWNER_FACT = /^(?:owner|assignee|assigned to|responsible|who)\s*[:=]\s*\S.{0,60}$|^@[\w.-]{2,40}$/i;
const DUE_FACT = /^(?:due(?: date)?|deadline|eta|target(?: date)?)(?:\s*[:=]\s*|\s)(?:by |on )?\S.{0,30}$/i;
const LAST_FACTS = /(?:\s*[([]([^()[\]]{3,160})[)\]]|\s[-–—|]\s([^()[\]–—|]{3,160}))[.\s]*$/;

/** An action is a line or two. Longer text is cut before it is searched. */
const LONGEST = 2000;

type Said = Omit<ProposedAction, "line">;

/** Reads the text of one list item or heading. `raw` can contain Markdown and a check box. */
export function readActionWords(raw: string): Said {
  const box = BOX.exec(raw);
  const rest = (box ? raw.slice(box[0].length) : raw).slice(0, LONGEST);
  const [url = null] = linksIn(rest);
  const words = plainText(rest);
  const owner = groupOf(OWNER.exec(words));
  const due = groupOf(DUE.exec(words));
  const isDone = (box !== null && box[1] !== " ") || DONE.test(words);
  return {
    title: withoutFacts(words, owner, due).replace(TRAILING_OWNER, ""),
    owner,
    due,
    status: isDone ? "done" : box ? "open" : null,
    ticket: ticketIn(words, url),
    url,
    type: null,
    priority: PRIORITY.exec(words)?.[0] ?? null,
  };
}

const groupOf = (match: RegExpExecArray | null): string | null => (match?.[1] ?? match?.[2] ?? null)?.trim() ?? null;

/** Returns the text without the owner and the date at its end, if nothing else is there. */
function withoutFacts(words: string, owner: string | null, due: string | null): string {
  const last = LAST_FACTS.exec(words);
  const facts = groupOf(last)?.split(/[,;|]/) ?? [];
  const isRead = (fact: string) =>
    (owner !== null && OWNER_FACT.test(fact) && fact.endsWith(owner)) ||
    (due !== null && DUE_FACT.test(fact) && fact.endsWith(due));
  return last && last.index > 0 && facts.every((fact) => isRead(fact.trim())) ? words.slice(0, last.index) : words;
}

/** Returns the ticket that an action names, in its words or its link. */
export function ticketIn(words: string, url: string | null): string | null {
  const inUrl = url === null ? null : TICKET_IN_URL.exec(url);
  return TICKET.exec(words)?.[0] ?? inUrl?.[1] ?? inUrl?.[2] ?? null;
}

/** "DONE", "In progress", "✅" of a status cell. */
export function statusIn(cell: string): ProposedAction["status"] {
  if (/\b(?:done|complete[d]?|closed|fixed|resolved|merged|shipped)\b|[✅✔☑]/iu.test(cell)) return "done";
  return cell.trim() === "" ? null : "open";
}
