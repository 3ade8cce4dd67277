const ITEM = /^\/(?:actions|reviews|strategy|incidents)\/[A-Z]+-[1-9]\d{0,8}(?=[?#]|$)/;

/** Returns the path of the item that a message links to, without a part of it. Null if it's about no single item. */
export const itemOf = (href: string): string | null => ITEM.exec(href)?.[0] ?? null;
