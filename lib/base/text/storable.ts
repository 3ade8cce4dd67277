/** Returns whether PostgreSQL can store this text: it has no NUL and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

/** Returns the text as PostgreSQL can store it. Most texts don't change, and aren't copied. */
export const storable = (text: string): string =>
  isStorable(text) ? text : text.replaceAll("\u0000", "").toWellFormed();
