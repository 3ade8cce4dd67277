import type { FileNote } from "#lib/contract/timeline-file.ts";
import type { Ctx } from "#server/kernel/context.ts";

type Author = Pick<FileNote, "author" | "authorEmail">;

/**
 * Finds the people here who wrote notes elsewhere: by their e-mail, and where the file names none by a name that one person
 * alone has. Answers null for everybody else.
 */
export async function findAuthors(ctx: Ctx, notes: readonly Author[]): Promise<(note: Author) => string | null> {
  const emails = notes.flatMap(({ authorEmail }) => authorEmail ?? []);
  const names = notes.flatMap(({ author, authorEmail }) => (authorEmail === null ? (author ?? []) : []));
  const people = await ctx.db.user.findMany({
    where: { OR: [{ email: { in: [...new Set(emails)] } }, { name: { in: [...new Set(names)] } }] },
    select: { id: true, name: true, email: true },
  });
  const byEmail = new Map(people.map(({ id, email }) => [email.toLowerCase(), id]));
  const byName = Map.groupBy(people, ({ name }) => name);
  return ({ author, authorEmail }) => {
    if (authorEmail !== null) return byEmail.get(authorEmail.toLowerCase()) ?? null;
    const [one, ...others] = byName.get(author ?? "") ?? [];
    return one && others.length === 0 ? one.id : null;
  };
}
