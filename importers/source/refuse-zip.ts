import { AppError, type ErrorCode } from "#lib/base/errors.ts";

export const DAMAGED = "The zip is damaged or not complete. Download or pack it again.";

/** Throws for a zip, with a sentence for the person. */
export function refuse(code: ErrorCode, message: string): never {
  throw new AppError(code, { message });
}
