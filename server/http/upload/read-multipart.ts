/** One part of a multipart body: a field, or a file if it has a filename. */
export interface PartHead {
  name: string;
  filename: string | null;
  type: string;
}

export interface PartSink {
  begin(head: PartHead): Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

export class MultipartError extends Error {}

const HEAD_BYTES = 16_384;
const HEAD_END = "\r\n\r\n";

/** Returns the boundary of a multipart content type, or null if it isn't a multipart form. */
export function boundaryOf(contentType: string | null): string | null {
  if (!/^multipart\/form-data\b/i.test(contentType ?? "")) return null;
  const match = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType ?? "");
  return match?.[1] ?? match?.[2] ?? null;
}

/** Returns whether a request sends a form with parts. */
export const isForm = ({ headers }: Request): boolean => boundaryOf(headers.get("content-type")) !== null;

/**
 * Reads a form (RFC 7578) part by part while it arrives, with at most a piece of it in memory. Throws MultipartError.
 */
export async function readMultipart(body: AsyncIterable<Uint8Array>, boundary: string, sink: PartSink): Promise<void> {
  const reader = new Reader(boundary, sink);
  for await (const piece of body) await reader.take(piece);
  reader.finish();
}

class Reader {
  readonly #delimiter: Buffer;
  readonly #sink: PartSink;
  /** The first delimiter has no line end before it. */
  #rest: Buffer = Buffer.from("\r\n");
  #state: "before" | "head" | "body" | "done" = "before";

  constructor(boundary: string, sink: PartSink) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
    this.#sink = sink;
  }

  async take(piece: Uint8Array): Promise<void> {
    if (this.#endsBehind(piece)) {
      // No copy of the bytes in a file, because each would be garbage for the shared thread.
      if (this.#rest.length > 0) await this.#sink.write(this.#rest);
      this.#rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    } else this.#rest = Buffer.concat([this.#rest, piece]);
    while (await this.#step());
  }

  /** Returns whether the current part continues into this piece, without a delimiter across the two. */
  #endsBehind(piece: Uint8Array): boolean {
    const { length } = this.#delimiter;
    if (this.#state !== "body" || piece.length < length) return false;
    return !Buffer.concat([this.#rest, piece.subarray(0, length - 1)]).includes(this.#delimiter);
  }

  finish(): void {
    if (this.#state !== "done") throw new MultipartError("The form ends before its last part");
  }

  /** Returns whether the available bytes may contain more to process. */
  async #step(): Promise<boolean> {
    if (this.#state === "done") {
      this.#rest = Buffer.alloc(0);
      return false;
    }
    return this.#state === "head" ? this.#readHead() : this.#readBody();
  }

  async #readBody(): Promise<boolean> {
    const at = this.#rest.indexOf(this.#delimiter);
    const safe = at < 0 ? Math.max(0, this.#rest.length - this.#delimiter.length + 1) : at;
    if (this.#state === "body" && safe > 0) await this.#sink.write(this.#rest.subarray(0, safe));
    if (at < 0) {
      this.#rest = this.#rest.subarray(safe);
      return false;
    }
    if (this.#state === "body") await this.#sink.end();
    this.#rest = this.#rest.subarray(at + this.#delimiter.length);
    this.#state = "head";
    return true;
  }

  async #readHead(): Promise<boolean> {
    if (this.#rest.length < 2) return false;
    if (this.#rest.toString("latin1", 0, 2) === "--") {
      this.#state = "done";
      return true;
    }
    const end = this.#rest.indexOf(HEAD_END);
    if (end < 0 && this.#rest.length > HEAD_BYTES)
      throw new MultipartError("The headers of a part of the form aren't complete");
    if (end < 0) return false;
    await this.#sink.begin(readHead(this.#rest.toString("utf8", 0, end)));
    this.#rest = this.#rest.subarray(end + HEAD_END.length);
    this.#state = "body";
    return true;
  }
}

function readHead(text: string): PartHead {
  const line = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(text)?.[1]?.trim() ?? "";
  const disposition = line("content-disposition");
  const name = parameter(disposition, "name");
  if (name === null) throw new MultipartError("A part of the form has no name");
  return { name, filename: parameter(disposition, "filename"), type: line("content-type") };
}

/** A quoted parameter as browsers write it: `"` and line ends are percent-encoded. */
function parameter(disposition: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, "i").exec(disposition);
  const written = match?.[1] ?? match?.[2];
  return written === undefined
    ? null
    : written.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
