import { createHash } from "node:crypto";
import { Prisma } from "#generated/prisma/client.ts";

const MARK = "/* prepared */";

/**
 * Goes first in a statement of ours that PostgreSQL plans once for each connection. Only for one that takes longer to
 * plan than to run, has few variants, and whose best plan doesn't depend on its values.
 */
export const PREPARED = Prisma.raw(MARK);

const OF_MODEL = /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) "public"\./;
/** A list of values has a statement for each length. Long ones rarely come back. */
const TOO_MANY_VALUES = "$17";
/** Each connection keeps its plans, of some 20 kB. */
const MOST = 300;

/**
 * Returns a function that names the statements to prepare: those marked, and those that Prisma writes for a model, from
 * their second run on and up to a limit. Any other has the name "".
 */
export function statementNames(most = MOST): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  let once = new Set<string>();
  const name = (prefix: string, sql: string) => {
    const made = `${prefix}_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
    names.set(sql, made);
    return made;
  };
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (sql.trimStart().startsWith(MARK)) return name("afterword", sql);
    if (names.size >= most || !OF_MODEL.test(sql) || sql.includes(TOO_MANY_VALUES)) return "";
    if (once.delete(sql)) return name("model", sql);
    if (once.size >= 10 * most) once = new Set();
    once.add(sql);
    return "";
  };
}
