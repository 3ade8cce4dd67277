import { Parser } from "htmlparser2";
import { storable } from "#lib/base/text/storable.ts";
import { type AddressRule, sendOutgoing } from "#server/base/outgoing/index.ts";

const WITHIN_MS = 3000;
const MOST_BYTES = 512 * 1024;
const MOST_REDIRECTS = 4;
const LONGEST_TITLE = 300;

/** Returns the title of the page at a URL, or the URL if it can't be reached or has none. Never throws. */
export async function fetchTitle(url: string, isAllowed?: AddressRule): Promise<string> {
  const short = url.slice(0, LONGEST_TITLE);
  try {
    const page = await readPage(new URL(url), isAllowed, AbortSignal.timeout(WITHIN_MS), MOST_REDIRECTS);
    return titleIn(page) || short;
  } catch {
    return short;
  }
}

/** Returns the title of a page, or null if it couldn't be read or has none. */
export async function readTitle(url: string): Promise<string | null> {
  const title = await fetchTitle(url);
  return url.startsWith(title) ? null : title;
}

/** Returns the start of a web page as text, after redirects. Sends no cookie or credentials. */
async function readPage(
  url: URL,
  isAllowed: AddressRule | undefined,
  signal: AbortSignal,
  redirects: number,
): Promise<string> {
  const response = await sendOutgoing(url, { headers: { accept: "text/html" }, isAllowed, signal });
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location && redirects > 0) {
    response.destroy();
    return readPage(new URL(headers.location, url), isAllowed, signal, redirects - 1);
  }
  const type = headers["content-type"] ?? "";
  if (statusCode !== 200 || !/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    response.destroy();
    return "";
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= MOST_BYTES) break;
  }
  response.destroy();
  return decoded(Buffer.concat(chunks).subarray(0, MOST_BYTES), type);
}

function decoded(bytes: Uint8Array, type: string): string {
  const stated = /charset=["']?([\w-]+)/i.exec(type) ?? /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(ascii(bytes));
  try {
    return new TextDecoder(stated?.[1] ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const ascii = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 2048)).toString("latin1");

/** Returns the text of the first title of a page, on one line. */
function titleIn(page: string): string {
  let title = "";
  let isInside = false;
  let isDone = false;
  const parser = new Parser({
    onopentag: (name) => {
      isInside ||= name === "title" && !isDone;
    },
    ontext: (text) => {
      if (isInside && title.length < 4 * LONGEST_TITLE) title += text;
    },
    onclosetag: (name) => {
      if (name !== "title" || !isInside) return;
      isInside = false;
      isDone = true;
    },
  });
  parser.end(page);
  return storable(title).replace(/\s+/g, " ").trim().slice(0, LONGEST_TITLE);
}
