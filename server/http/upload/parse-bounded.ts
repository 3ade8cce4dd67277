import { AppError, invalid } from "#lib/base/errors.ts";
import { JsonBoundsCheck } from "#lib/base/text/json-bounds.ts";
import { BODY_BOUNDS } from "./body-limit.ts";

const TOO_MUCH = {
  depth: `Lists and objects can be nested at most ${BODY_BOUNDS.depth} levels deep. Send fewer levels.`,
  members: `A body can have at most ${BODY_BOUNDS.members} values. Send less at a time.`,
};

/** Rejects a body while it arrives, as soon as it contains too much. Throws `invalid`. */
export function boundsCheck(): (piece: Uint8Array) => void {
  const check = new JsonBoundsCheck(BODY_BOUNDS);
  return (piece) => {
    const broken = check.take(piece);
    if (broken) throw new AppError("invalid", { message: TOO_MUCH[broken] });
  };
}

/** Parses JSON that was already checked. Throws `invalid`. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw invalid("(body)", "isn't valid JSON. Check its quotes, commas and brackets");
  }
}

/** Parses the JSON of a body. Throws `invalid` if it is malformed, nested too deeply, or has too many values. */
export function parseBounded(bytes: Uint8Array): unknown {
  boundsCheck()(bytes);
  return parseJson(bytes);
}
