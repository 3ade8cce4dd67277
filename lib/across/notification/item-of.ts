const ITEM = /^\/(?:(?:actions|reviews|strategy|incidents)\/[A-Z]+-[1-9]\d{0,8}|factors\/[0-9a-f-]{36})(?=[?#]|$)/;

/** Returns the path of the item that a message links to, without a part of it. Null if it's about no single item. */
export const itemOf = (href: string): string | null => ITEM.exec(href)?.[0] ?? null;

/** Returns the name of an item by its path: its key, or its noun if it has none. */
export const nameOfItem = (item: string): string =>
  item.startsWith("/factors/") ? "Condition" : item.slice(item.lastIndexOf("/") + 1);
