import { Parser } from "htmlparser2";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";

const MOST_BYTES = 5_000_000;
const DEEPEST = 100;
const CHUNK = 65_536;
const XML =
  /^\s{0,200}<(?:\?xml\b|[a-z]\w{0,40}(?:>\s{0,200}<[a-z]\w{0,40})? xmlns=)(?![\s\S]{0,1000}<(?:!doctype\s{1,5}html|html)\b)(?!["'][^"']{0,60}xhtml)/i;
/** Elements of pages. A text that starts with one of them isn't data. */
const OF_PAGES = new Set(
  "html head body div p span table ul ol li dl section article main header footer h1 h2 h3 h4 h5 h6 a b i em strong code pre blockquote details summary br hr img svg form center font meta link title script style time tr td th tbody thead aside nav figure label small u s del ins sub sup".split(
    " ",
  ),
);

/** Returns whether a text without a declaration is one element from start to end, and not a page. */
function isElement(text: string): boolean {
  const [, name] = /^\s{0,200}<([A-Za-z][\w.:-]{0,60})[\s>]/.exec(text) ?? [];
  return name !== undefined && !OF_PAGES.has(name.toLowerCase()) && text.trimEnd().endsWith(`</${name}>`);
}

/** Elements that a feed repeats, even if there is only one. */
const ALWAYS_LIST = /^(?:item|entry)$/i;

interface Open {
  fields: JsonRecord;
  text: string;
  /** The value of the only attribute of an empty element. */
  lone: string;
  /** Its attributes, if they contain a time or are its only content. */
  told: JsonRecord | null;
}

/**
 * Returns XML that isn't a page as JSON values of the same shape: elements by name, several of a name as a list, an
 * element without children as its text, and an empty one as its attributes. Other attributes are left out unless one of
 * them is a time. Undefined for any other text.
 */
export function readXml(text: string): unknown {
  if (text.length > MOST_BYTES || !(XML.test(text) || isElement(text))) return undefined;
  const root = fresh();
  const open: Open[] = [root];
  let isTooDeep = false;
  // The prefix of the first element, as in `<log4j:event>`, is that of its language and of no use.
  let prefix: string | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        prefix ??= PREFIX.exec(name)?.[0] ?? "";
        const values = Object.values(attributes);
        const lone = values.length === 1 ? (values[0] ?? "") : "";
        const told = values.length > 1 && attributes.href === undefined ? attributes : null;
        if (open.length > DEEPEST) isTooDeep = true;
        else
          open.push({
            ...fresh(),
            text: attributes.href ?? "",
            lone,
            told: isDated(attributes) ? attributes : told,
          });
      },
      ontext: (words) => {
        const inner = open.at(-1);
        if (inner) inner.text += words;
      },
      onclosetag: (name) => {
        const closed = open.length > 1 ? open.pop() : undefined;
        const outer = open.at(-1);
        const plain = prefix !== "" && name.startsWith(prefix ?? "") ? name.slice(prefix?.length) : name;
        if (closed && outer) add(outer.fields, plain, closed);
      },
    },
    { xmlMode: true },
  );
  for (let at = 0; at < text.length && !isTooDeep; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  if (isTooDeep) return undefined;
  parser.end();
  return Object.keys(root.fields).length > 0 ? root.fields : undefined;
}

/** Without a prototype, because an element can have any name. */
const fresh = (): Open => ({ fields: Object.create(null) as JsonRecord, text: "", lone: "", told: null });

const PREFIX = /^[A-Za-z][\w-]{0,20}:/;
const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
/** `timestamp="1184286222308"` */
const EPOCH = /^1\d{12}$/;
const isDated = (attributes: JsonRecord): boolean =>
  Object.entries(attributes).some(
    ([name, value]) => typeof value === "string" && (TIME.test(value) || (name === "timestamp" && EPOCH.test(value))),
  );

function contentOf({ fields, text, lone, told }: Open): unknown {
  const words = text.trim();
  const isTimed = told !== null && isDated(told);
  if (Object.keys(fields).length > 0) return isTimed ? Object.assign(fresh().fields, told, fields) : fields;
  if (isTimed && (words !== "" || lone === ""))
    return Object.assign(fresh().fields, told, words ? { text: words } : {});
  return words || (told && lone === "" ? Object.assign(fresh().fields, told) : lone);
}

function add(fields: JsonRecord, name: string, closed: Open): void {
  const value = contentOf(closed);
  const before = fields[name];
  if (Array.isArray(before)) before.push(value);
  else if (before !== undefined) fields[name] = [before, value];
  else fields[name] = ALWAYS_LIST.test(name) && isRecord(value) ? [value] : value;
}
