import { actorId } from "#lib/base/access/actor.ts";
import type { FileNote } from "#lib/contract/timeline-file.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

type Author = Pick<FileNote, "author" | "authorEmail">;

/**
 * Whose notes of a file become somebody's own: those of the person who imports it alone, told by e-mail, and where the file
 * names none by name. A file can claim any author, so nobody is made to have said what another person brings.
 */
export async function findAuthors(ctx: Ctx): Promise<(note: Author) => string | null> {
  const id = actorId(ctx.actor);
  const me = id === null ? null : await ctx.db.user.findUnique({ where: { id }, select: { name: true, email: true } });
  return ({ author, authorEmail }) => {
    if (me === null) return null;
    const isMine = authorEmail === null ? author === me.name : authorEmail.toLowerCase() === me.email.toLowerCase();
    return isMine ? id : null;
  };
}
