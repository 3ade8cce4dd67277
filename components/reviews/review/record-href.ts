const HREFS: Record<string, (key: string) => string> = {
  incident: (key) => `/incidents/${key}`,
  review: (key) => `/reviews/${key}`,
  "action-item": (key) => `/actions/${key}`,
  "strategic-change": (key) => `/strategy/${key}`,
  factor: (key) => `#factor-${key}`,
};

/** Returns where a record that a text names can be opened. */
export const recordHref = (noun: string, key: string): string => HREFS[noun]?.(key) ?? "#";
