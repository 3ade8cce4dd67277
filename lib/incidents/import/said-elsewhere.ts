const MARK = " (elsewhere)";

/** A name as a file of another Afterword gives it: whether that person said so is not known here. */
export const saidElsewhere = (name: string): string => (name.endsWith(MARK) ? name : `${name}${MARK}`);

/** The name alone, as it goes into a file again. */
export const nameSaidElsewhere = (name: string): string => (name.endsWith(MARK) ? name.slice(0, -MARK.length) : name);
