const HREFS: Record<string, (key: string) => string> = {
  incident: (key) => `/incidents/${key}`,
  review: (key) => `/reviews/${key}`,
  "action-item": (key) => `/actions/${key}`,
  "strategic-change": (key) => `/strategy/${key}`,
  factor: (key) => `#factor-${key}`,
};

/** Returns the URL of a record that a text names. */
export const recordHref = (noun: string, key: string): string => HREFS[noun]?.(key) ?? "#";
