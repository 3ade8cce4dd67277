import { oc } from "@orpc/contract";
import { z } from "zod";
import { hasCredentials } from "#lib/base/text/link-credentials.ts";
import { isOneLine, isVisible } from "#lib/base/text/one-line.ts";
import { isFarOff, isUnplannedYear, PLANNED_YEARS_WORDS, YEARS_WORDS } from "#lib/base/time/far-off.ts";
import { partsOf } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "./lengths.ts";
import { plainError } from "./plain-error.ts";

z.config({ customError: plainError });
// Zod must not compile schemas with eval in a page: the content security policy forbids it.
if ("document" in globalThis) z.config({ jitless: true });

/** The message for a URL, or a text with a URL, that isn't allowed. */
export const NO_CREDENTIALS = "contains a user name or password in a link. Remove the part before the @";

/** Pieces shared by every contract: ids, instants, pages, references. */
export const id = z.uuid();
export const instant = z.iso
  .datetime({ offset: true, error: "an ISO 8601 instant such as 2017-01-31T18:00:00Z" })
  .refine((at) => !isFarOff(at), YEARS_WORDS);
const day = z.iso.date("a date such as 2017-01-31");
export const localDate = day.refine((given) => !isFarOff(given), YEARS_WORDS);
/** A day that someone plans. Stored ones can be older than this limit, so it's for input only. */
export const plannedDay = day.refine((given) => !isUnplannedYear(partsOf(given).year), PLANNED_YEARS_WORDS);
export const version = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe("version of the row as read. A stale one returns 409");
export const timeZone = z.string().min(1).max(64);
/** Text that isn't empty, in one line or several. */
export const words = (max: number) => z.string().trim().min(1, "must not be empty").max(max);
const ONE_LINE = "must be one line of plain text";
/** A name or title. It appears in lists and messages, so it is visible, and doesn't turn the text around it. */
export const line = (max: number) =>
  words(max)
    .refine(isOneLine, ONE_LINE)
    .refine((given) => given === "" || isVisible(given), "must contain a letter, a number or a sign");
/** The same, or nothing. */
export const lineOrNone = (max: number) => z.string().trim().max(max).refine(isOneLine, ONE_LINE);
export const text = (max: number) => z.string().max(max);
/** A URL that is safe in a link: it can't run a script and contains no password. */
export const webUrl = z
  .url({ protocol: /^https?$/, error: "must be a web address that starts with https:// or http://" })
  .max(LENGTHS.url)
  .refine((address) => !hasCredentials(address), NO_CREDENTIALS);

export const incidentKey = z.string().regex(/^INC-[1-9]\d{0,8}$/, "an incident key such as INC-12");
export const reviewKey = z.string().regex(/^REV-[1-9]\d{0,8}$/, "a review key such as REV-7");
export const actionKey = z.string().regex(/^ACT-[1-9]\d{0,8}$/, "an action key such as ACT-31");
export const changeKey = z.string().regex(/^SC-[1-9]\d{0,8}$/, "a strategic change key such as SC-4");

export const PAGE_SIZE = 50;
export const pageInput = {
  cursor: z.string().max(1200).optional(),
  limit: z.int().min(1).max(200).default(PAGE_SIZE),
};
/** A filter with several values. A query string with one value becomes a list of one. */
export const some = <Value extends z.ZodType>(value: Value) =>
  z.union([z.array(value).max(100), value.transform((one) => [one])]);

/** A page of rows; `nextCursor` is null on the last one. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ items: z.array(row), nextCursor: z.string().nullable() });

export const personRef = z.strictObject({ id, name: z.string() });
export type PersonRef = z.infer<typeof personRef>;
export const namedRef = z.strictObject({ id, name: z.string() });
export type NamedRef = z.infer<typeof namedRef>;

export const done = z.strictObject({ done: z.literal(true) });

/** Defines one route of the contract. Every input is strict. */
export const route = (
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path: `/${string}`,
  summary: string,
  tag: string,
  successStatus: 200 | 202 = 200,
) => oc.route({ method, path, summary, tags: [tag], successStatus });
