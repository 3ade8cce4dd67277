const MARK = " (elsewhere)";

/** Marks a name from a file of another Afterword instance, which can't be verified here. */
export const saidElsewhere = (name: string): string => (name.endsWith(MARK) ? name : `${name}${MARK}`);

/** Returns the name without the mark, as exported again. */
export const nameSaidElsewhere = (name: string): string => (name.endsWith(MARK) ? name.slice(0, -MARK.length) : name);
