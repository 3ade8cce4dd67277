import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ORPCError } from "@orpc/server";
import { spooledFile } from "#server/base/kernel/spooled-file.ts";
import { MultipartError, type PartHead, type PartSink, readMultipart } from "./read-multipart.ts";

const FIELD_BYTES = 1024 * 1024;
const MOST_FILES = 20;
const MOST_PARTS = 200;
const NAME_LENGTH = 400;
const NAME_DEPTH = 8;

/**
 * A form whose files are written to disk while it arrives. `beforeFiles` receives the fields before its first file and
 * can reject the rest. `dispose` removes the files.
 */
export class SpooledForm implements PartSink {
  readonly #form = new FormData();
  #folder: string | null = null;
  #fileCount = 0;
  #partCount = 0;
  readonly #beforeFiles: (fields: FormData) => Promise<void>;
  #head: PartHead | null = null;
  #field: Uint8Array[] = [];
  #fieldBytes = 0;
  #open: { path: string; handle: FileHandle } | null = null;

  constructor(beforeFiles: (fields: FormData) => Promise<void> = async () => undefined) {
    this.#beforeFiles = beforeFiles;
  }

  /** Throws ORPCError for a form that is beyond the limit or unreadable. */
  async read(body: ReadableStream<Uint8Array> | null, boundary: string, limitBytes: number): Promise<FormData> {
    try {
      await readMultipart(limited(body, limitBytes), boundary, this);
    } catch (error) {
      if (error instanceof MultipartError) throw new ORPCError("BAD_REQUEST", { message: error.message });
      throw error;
    }
    return this.#form;
  }

  async begin(head: PartHead): Promise<void> {
    this.#head = head;
    this.#partCount += 1;
    if (this.#partCount > MOST_PARTS) throw new MultipartError(`A form can have at most ${MOST_PARTS} parts`);
    if (head.name.length > NAME_LENGTH || head.name.split("[").length > NAME_DEPTH)
      throw new MultipartError("A part of the form has too long a name");
    if (head.filename === null) return;
    if (this.#fileCount === MOST_FILES) throw new MultipartError(`A form can have at most ${MOST_FILES} files`);
    if (this.#fileCount === 0) await this.#beforeFiles(this.#form);
    this.#folder ??= mkdtempSync(join(tmpdir(), "afterword-upload-"));
    const path = join(this.#folder, String(this.#fileCount++));
    this.#open = { path, handle: await open(path, "wx", 0o600) };
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#open) {
      await this.#open.handle.writeFile(bytes);
      return;
    }
    this.#fieldBytes += bytes.length;
    if (this.#fieldBytes > FIELD_BYTES) throw new ORPCError("PAYLOAD_TOO_LARGE");
    this.#field.push(Uint8Array.from(bytes));
  }

  async end(): Promise<void> {
    const { name = "", filename = null, type = "" } = this.#head ?? {};
    if (this.#open && filename !== null) {
      await this.#open.handle.close();
      this.#form.append(name, await spooledFile(this.#open.path, filename, type));
    } else this.#form.append(name, Buffer.concat(this.#field).toString("utf8"));
    this.#open = null;
    this.#field = [];
  }

  async dispose(): Promise<void> {
    await this.#open?.handle.close();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function* limited(body: ReadableStream<Uint8Array> | null, limitBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > limitBytes) throw new ORPCError("PAYLOAD_TOO_LARGE");
    yield piece;
  }
}
