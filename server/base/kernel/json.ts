import { Prisma } from "#generated/prisma/client.ts";

/** Returns a value for a JSON column. Undefined and null become the database's NULL. */
export function toJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  if (value === undefined || value === null) return Prisma.DbNull;
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? Number(part) : part)),
  ) as Prisma.InputJsonValue;
}
