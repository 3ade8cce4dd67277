import { AppError, invalid } from "#lib/base/errors.ts";
import { JsonBoundsCheck } from "#lib/base/text/json-bounds.ts";
import { BODY_BOUNDS, type BodyLimits } from "./body-limit.ts";
import { boundaryOf } from "./upload/read-multipart.ts";
import { SpooledForm } from "./upload/spool-form.ts";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;
const TOO_MUCH = {
  depth: `Lists and objects may lie in one another ${BODY_BOUNDS.depth} times; send it flatter`,
  members: `A body may have ${BODY_BOUNDS.members} values; send less at once`,
};

/** The body of one request, read once when it is asked for and within its limits. To be disposed of. */
export class RequestBody {
  readonly #request: Request;
  readonly #limits: BodyLimits;
  #form: SpooledForm | null = null;

  constructor(request: Request, limits: BodyLimits) {
    this.#request = request;
    this.#limits = limits;
  }

  /**
   * A form or parsed JSON. `beforeFiles` sees the fields of a form that came before its first file and may refuse the
   * rest. Throws `too_large`, `unsupported` and `invalid`.
   */
  async read(beforeFiles: (fields: FormData) => Promise<void>): Promise<unknown> {
    const { body, headers } = this.#request;
    const { jsonBytes, formBytes } = this.#limits;
    const type = headers.get("content-type");
    const boundary = boundaryOf(type);
    if (boundary !== null) {
      if (formBytes === null) throw unsupported("Send JSON, with the content type application/json");
      this.#refuseLong(formBytes);
      this.#form = new SpooledForm(beforeFiles);
      const form = await this.#form.read(body, boundary, formBytes);
      fieldsOf(form);
      return form;
    }
    this.#refuseLong(jsonBytes);
    const bytes = await this.#json(jsonBytes);
    if (bytes.length === 0) return undefined;
    // A blob of no type can be sent by any page without being asked.
    if (type === null || !JSON_TYPE.test(type))
      throw unsupported(`Send JSON, with the content type application/json${formBytes === null ? "" : ", or a form"}`);
    return parse(bytes);
  }

  async dispose(): Promise<void> {
    await this.#form?.dispose();
  }

  #refuseLong(limitBytes: number): void {
    if (Number(this.#request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  }

  async #json(limitBytes: number): Promise<Uint8Array> {
    const check = new JsonBoundsCheck(BODY_BOUNDS);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of this.#request.body ?? []) {
      size += piece.length;
      if (size > limitBytes) throw tooLarge(limitBytes);
      refuseExcess(check, piece);
      pieces.push(piece);
    }
    return Buffer.concat(pieces, size);
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw invalid("(body)", "is no JSON; check its quotes, commas and brackets");
  }
}

/** The fields of a form of our own client, which sends them as one part. */
export function fieldsOf(form: FormData): unknown {
  const data = form.get("data");
  if (typeof data !== "string") return undefined;
  const bytes = new TextEncoder().encode(data);
  refuseExcess(new JsonBoundsCheck(BODY_BOUNDS), bytes);
  return parse(bytes);
}

function refuseExcess(check: JsonBoundsCheck, bytes: Uint8Array): void {
  const broken = check.take(bytes);
  if (broken) throw new AppError("invalid", { message: TOO_MUCH[broken] });
}

const tooLarge = (limitBytes: number) =>
  new AppError("too_large", {
    message: `This body is too large; here it may have ${Math.floor((limitBytes / 1024 / 1024) * 10) / 10} MB. Send less at once.`,
  });

const unsupported = (message: string) => new AppError("unsupported", { message });
