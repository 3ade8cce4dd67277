import type { importContract } from "#lib/contract/import.ts";
import { AppError, invalid } from "#lib/errors.ts";
import { storable } from "#lib/text/storable.ts";
import { isZone } from "#lib/timeline/zones.ts";
import { config } from "#server/config.ts";
import { type ParsedSource, parseSource } from "#server/imports/index.ts";
import type { InputOf } from "#server/kernel/input.ts";

export type ImportInput = InputOf<typeof importContract.create>;

export interface ReadInput {
  filename: string;
  bytes: Uint8Array;
  parsed: ParsedSource;
}

async function bytesOf(input: ImportInput): Promise<Uint8Array> {
  if (input.file) return new Uint8Array(await input.file.arrayBuffer());
  const content = input.content ?? "";
  if (input.encoding !== "base64") return new TextEncoder().encode(content);
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content))
    throw invalid("content", "Not base64; leave encoding out for plain text");
  return Buffer.from(content, "base64");
}

/** The bytes of an upload and what they say. Throws `too_large` over the limit and `invalid` for a zone that is none. */
export async function readInput(input: ImportInput): Promise<ReadInput> {
  const limit = config().uploadLimitBytes;
  const bytes = await bytesOf(input);
  if (bytes.length > limit) {
    throw new AppError("too_large", {
      message: `This file has ${megabytes(bytes.length)} MB; the limit is ${megabytes(limit)} MB. Split it, or ask an administrator to raise the limit.`,
    });
  }
  if (input.zone !== undefined && !isZone(input.zone))
    throw invalid("zone", "Not a known time zone; use a name such as Europe/Dublin, or an offset such as +01:00");
  const filename = storable(input.file && input.filename === "pasted.txt" ? input.file.name : input.filename);
  const { zone, date, format, mapping } = input;
  const parsed = parseSource(
    { filename, bytes },
    {
      ...(zone ? { zone } : {}),
      ...(date ? { date } : {}),
      ...(format ? { format } : {}),
      ...(mapping ? { mapping } : {}),
    },
  );
  return { filename, bytes, parsed };
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 102.4) / 10;
