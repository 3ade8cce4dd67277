/**
 * Returns whether a text is a count of seconds or milliseconds since 1970: how a tool stores a time, not how a person
 * writes one.
 */
export const isEpoch = (stated: string): boolean => /^\d{9,13}(\.\d{1,9})?$/.test(stated);
