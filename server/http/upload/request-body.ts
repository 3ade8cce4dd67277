import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "#lib/base/errors.ts";
import { sizeWords } from "#lib/base/text/size-words.ts";
import { spooledFile } from "#server/base/kernel/spooled-file.ts";
import { workers } from "#server/base/worker/index.ts";
import { type BodyLimits, ORDINARY_BYTES } from "./body-limit.ts";
import { boundsCheck, parseBounded, parseJson } from "./parse-bounded.ts";
import { boundaryOf } from "./read-multipart.ts";
import { SpooledForm } from "./spool-form.ts";
import { UNWRAP_JSON } from "./unwrap-json.ts";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;

/** The body of one request, read once when needed and within its limits. Dispose of it after use. */
export class RequestBody {
  readonly #request: Request;
  readonly #limits: BodyLimits;
  readonly #owner: string;
  #form: SpooledForm | null = null;
  #folder: string | null = null;

  /** `owner` is the person for whom a large body is parsed. */
  constructor(request: Request, limits: BodyLimits, owner: string) {
    this.#request = request;
    this.#limits = limits;
    this.#owner = owner;
  }

  /**
   * Returns a form or parsed JSON. The content of a large one has become a file. `beforeMuch` can reject the rest: it
   * receives the fields of a form before its first file, or null before JSON becomes large. Throws `too_large`,
   * `unsupported` and `invalid`.
   */
  async read(beforeMuch: (fields: FormData | null) => Promise<void>): Promise<unknown> {
    const { body, headers } = this.#request;
    const { jsonBytes, formBytes } = this.#limits;
    const type = headers.get("content-type");
    const boundary = boundaryOf(type);
    if (boundary !== null) {
      if (formBytes === null) throw unsupported("Send JSON, with the content type application/json");
      this.#refuseLong(formBytes);
      this.#form = new SpooledForm(beforeMuch);
      const form = await this.#form.read(body, boundary, formBytes);
      fieldsOf(form);
      return form;
    }
    this.#refuseLong(jsonBytes);
    return this.#json(() => beforeMuch(null));
  }

  async dispose(): Promise<void> {
    await this.#form?.dispose();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Any page can send a blob without a type without a preflight. An empty body contains nothing. */
  #refuseType(): void {
    const type = this.#request.headers.get("content-type");
    if (type !== null && JSON_TYPE.test(type)) return;
    const orForm = this.#limits.formBytes === null ? "" : ", or a form";
    throw unsupported(`Send JSON, with the content type application/json${orForm}`);
  }

  #refuseLong(limitBytes: number): void {
    if (Number(this.#request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  }

  async #json(beforeMuch: () => Promise<void>): Promise<unknown> {
    const check = boundsCheck();
    const pieces: Uint8Array[] = [];
    let size = 0;
    let spooled: { path: string; handle: FileHandle } | null = null;
    try {
      for await (const piece of this.#request.body ?? []) {
        if (size === 0 && piece.length > 0) this.#refuseType();
        size += piece.length;
        if (size > this.#limits.jsonBytes) throw tooLarge(this.#limits.jsonBytes);
        if (size > ORDINARY_BYTES) {
          if (!spooled) await beforeMuch();
          spooled ??= await this.#spool(pieces);
          await spooled.handle.writeFile(piece);
        } else {
          check(piece);
          pieces.push(piece);
        }
      }
    } finally {
      await spooled?.handle.close();
    }
    if (spooled) return this.#unwrap(spooled.path);
    return size === 0 ? undefined : parseJson(Buffer.concat(pieces, size));
  }

  async #spool(pieces: readonly Uint8Array[]) {
    this.#folder = mkdtempSync(join(tmpdir(), "afterword-body-"));
    const path = join(this.#folder, "body");
    const handle = await open(path, "wx", 0o600);
    for (const piece of pieces) await handle.writeFile(piece);
    return { path, handle };
  }

  async #unwrap(path: string): Promise<unknown> {
    const wrapped = { path, isPacked: this.#limits.isPacked, fieldsBytes: ORDINARY_BYTES };
    const { signal } = this.#request;
    let unwrapped: unknown;
    for await (const { fields, path } of workers().run(UNWRAP_JSON, wrapped, { owner: this.#owner, signal })) {
      const name = typeof fields.filename === "string" ? fields.filename : "pasted.txt";
      unwrapped = { ...fields, file: await spooledFile(path, name) };
    }
    return unwrapped;
  }
}

/** Returns the fields of a form of our own client, which sends them as one part. */
export function fieldsOf(form: FormData): unknown {
  const data = form.get("data");
  return typeof data === "string" ? parseBounded(new TextEncoder().encode(data)) : undefined;
}

const tooLarge = (limitBytes: number) =>
  new AppError("too_large", {
    message: `What you sent is larger than ${sizeWords(limitBytes)}, the limit here. Send a smaller file, or less at a time.`,
  });

const unsupported = (message: string) => new AppError("unsupported", { message });
