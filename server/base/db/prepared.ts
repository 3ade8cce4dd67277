import { createHash } from "node:crypto";
import { Prisma } from "#generated/prisma/client.ts";

const MARK = "/* prepared */";

/**
 * Goes first in a statement that PostgreSQL plans once for each connection. Only for a statement that takes longer to
 * plan than to run, has few variants, and whose best plan doesn't depend on its values.
 */
export const PREPARED = Prisma.raw(MARK);

const names = new Map<string, string>();

/** Returns the name of a prepared statement. Any other has none. */
export function statementName({ sql }: { sql: string }): string {
  if (!sql.trimStart().startsWith(MARK)) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `afterword_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
  names.set(sql, name);
  return name;
}
