import { z } from "zod";
import { MESSAGE_BYTES } from "#server/base/db/listen.ts";
import type { SqlExecutor } from "./sql.ts";

/** The channel on which processes inform each other about open documents. */
export const DOCUMENT_CHANNEL = "afterword_document";

/** Number of a document's last row. */
const head = z.object({ head: z.tuple([z.string(), z.int()]) });
/** Document, Yjs client id, clock and presence of a tab. Null if it is gone. */
const presence = z.object({ here: z.tuple([z.string(), z.int(), z.int(), z.record(z.string(), z.json()).nullable()]) });
/** A process has opened the document and doesn't know yet who is there. */
const question = z.object({ who: z.string() });
const piece = z.union([head, presence, question]);

/** Never contains text: only ids, and who is where. */
export type News = z.infer<typeof piece>;

/** Pieces of a newer version are left out, so two versions can run next to each other. */
const messageSchema = z.object({ from: z.string().nullable(), news: z.array(piece.nullable().catch(null)) });

/** Reads a message: the process that sent it (null for all), and its news. */
export function readNews(message: string): { from: string | null; news: News[] } {
  const { from, news } = messageSchema.parse(JSON.parse(message));
  return { from, news: news.filter((one) => one !== null) };
}

const pack = (from: string | null, news: readonly string[]) => `{"from":${JSON.stringify(from)},"news":[${news}]}`;

/** Packs news into as few messages as their limit allows. News that is larger than a message is left out. */
export function packNews(from: string | null, news: readonly News[]): string[] {
  const room = MESSAGE_BYTES - pack(from, []).length;
  const messages: string[][] = [];
  let bytes = room;
  for (const text of news.map((one) => JSON.stringify(one))) {
    const size = Buffer.byteLength(text) + 1;
    if (size > room) continue;
    if (bytes + size > room) {
      messages.push([]);
      bytes = 0;
    }
    messages.at(-1)?.push(text);
    bytes += size;
  }
  return messages.map((texts) => pack(from, texts));
}

/** Reports a row that the server itself appends to every process, once this transaction is committed. */
export async function announceRow(sql: SqlExecutor, documentId: string, seq: number): Promise<void> {
  const [message] = packNews(null, [{ head: [documentId, seq] }]);
  await sql.query("SELECT pg_notify($1, $2)::text", [DOCUMENT_CHANNEL, message]);
}
