import { Prisma } from "#generated/prisma/client.ts";
import { invalid } from "#lib/base/errors.ts";

/** Awaits a write. Throws `invalid` for the field if a unique index rejects it. */
export async function refuseDuplicate<Result>(write: Promise<Result>, field: string, message: string): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw invalid(field, message);
    throw error;
  }
}
