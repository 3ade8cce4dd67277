import type { Temporal as Polyfill } from "@js-temporal/polyfill";

const native = (globalThis as { Temporal?: typeof Polyfill }).Temporal;

/**
 * Calendars and time zones: the platform's own Temporal, otherwise the polyfill. Modules wait for it once while they
 * load, so their functions stay synchronous and the polyfill is fetched only if needed.
 */
export const Temporal: typeof Polyfill = native ?? (await import("@js-temporal/polyfill")).Temporal;
