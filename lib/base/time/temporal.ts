import type { Temporal as Polyfill } from "@js-temporal/polyfill";

const native = (globalThis as { Temporal?: typeof Polyfill }).Temporal;

/**
 * Calendars and zones: the platform's own, else the polyfill. Modules that need it wait for it once, while they load, so
 * their functions stay synchronous and a platform with its own never fetches the polyfill.
 */
export const Temporal: typeof Polyfill = native ?? (await import("@js-temporal/polyfill")).Temporal;
