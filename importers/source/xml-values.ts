import { Parser } from "htmlparser2";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";

const MOST_BYTES = 5_000_000;
const DEEPEST = 100;
const CHUNK = 65_536;
const XML =
  /^\s{0,200}<(?:\?xml\b|[a-z]\w{0,40}(?:>\s{0,200}<[a-z]\w{0,40})? xmlns=)(?![\s\S]{0,1000}<(?:!doctype\s{1,5}html|html)\b)(?!["'][^"']{0,60}xhtml)/i;
/** What a feed holds many of, though there be one. */
const ALWAYS_LIST = /^(?:item|entry)$/i;

interface Open {
  fields: JsonRecord;
  text: string;
  /** What the only attribute says, for an element that holds nothing. */
  lone: string;
}

/**
 * XML that is no page, as the values that JSON of the same shape would hold: elements by name, several of a name as a
 * list, an element without others as its text, an empty one as its only attribute. Other attributes than these and `href`
 * are left out. Undefined for any other text.
 */
export function readXml(text: string): unknown {
  if (text.length > MOST_BYTES || !XML.test(text)) return undefined;
  const root = fresh();
  const open: Open[] = [root];
  let isTooDeep = false;
  const parser = new Parser(
    {
      onopentag: (_name, attributes) => {
        const [only = "", ...others] = Object.values(attributes);
        const lone = others.length === 0 ? only : "";
        if (open.length > DEEPEST) isTooDeep = true;
        else open.push({ ...fresh(), text: attributes.href ?? "", lone });
      },
      ontext: (words) => {
        const inner = open.at(-1);
        if (inner) inner.text += words;
      },
      onclosetag: (name) => {
        const closed = open.length > 1 ? open.pop() : undefined;
        const outer = open.at(-1);
        if (closed && outer) add(outer.fields, name, closed);
      },
    },
    { xmlMode: true },
  );
  for (let at = 0; at < text.length && !isTooDeep; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  if (isTooDeep) return undefined;
  parser.end();
  return Object.keys(root.fields).length > 0 ? root.fields : undefined;
}

/** Without a prototype, so that an element may be called as it likes. */
const fresh = (): Open => ({ fields: Object.create(null) as JsonRecord, text: "", lone: "" });

function add(fields: JsonRecord, name: string, { fields: inner, text, lone }: Open): void {
  const value: unknown = Object.keys(inner).length > 0 ? inner : text.trim() || lone;
  const before = fields[name];
  if (Array.isArray(before)) before.push(value);
  else if (before !== undefined) fields[name] = [before, value];
  else fields[name] = ALWAYS_LIST.test(name) && isRecord(value) ? [value] : value;
}
