import { readFileSync, writeFileSync } from "node:fs";
import { AppError, invalid } from "#lib/base/errors.ts";
import type { Task } from "#server/base/worker/index.ts";
import { parseBounded } from "./parse-bounded.ts";

interface WrappedFile {
  /** Path of the body. */
  path: string;
  /** Its content is always base64, whatever the body says. */
  isPacked: boolean;
  /** Most bytes of the body in addition to its content. */
  fieldsBytes: number;
}

interface UnwrappedFile {
  fields: Record<string, unknown>;
  /** Path of the file from the body. */
  path: string;
}

export const UNWRAP_JSON: Task<WrappedFile, UnwrappedFile, undefined> = { name: "unwrap-json" };

/** Extracts the file from a large JSON body, in a worker because parsing and decoding it would block everyone. */
export function* unwrapJson({ path, isPacked, fieldsBytes }: WrappedFile): Generator<UnwrappedFile> {
  const body = parseBounded(readFileSync(path));
  const { content, encoding, ...fields } = typeof body === "object" && body !== null ? (body as Body) : {};
  if (typeof content !== "string" || JSON.stringify(fields).length > fieldsBytes)
    throw new AppError("too_large", {
      message: "This body is too large. Only the content of a file can be that long.",
    });
  if (encoding !== undefined && encoding !== "base64") throw invalid("encoding", "base64, or nothing for text");
  const bytes = isPacked || encoding === "base64" ? decoded(content) : Buffer.from(content);
  const file = `${path}.file`;
  writeFileSync(file, bytes, { mode: 0o600 });
  yield { fields, path: file };
}

type Body = { content?: unknown; encoding?: unknown } & Record<string, unknown>;

function decoded(content: string): Uint8Array {
  const packed = content.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed))
    throw invalid("content", "This isn't base64. For plain text, leave out encoding.");
  return Buffer.from(packed, "base64");
}
