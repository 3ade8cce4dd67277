import type { z } from "zod";

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  file: "a file",
  null: "null",
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "an id as the API returns it",
  email: "an email address",
  url: "a web address",
  date: "a date such as 2017-01-31",
  datetime: "an ISO 8601 instant such as 2017-01-31T18:00:00Z",
};

const counted = (count: number | bigint, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function sized(bound: "most" | "least", limit: number | bigint, origin: string): string {
  if (origin === "string") return `must have at ${bound} ${counted(limit, "character", "characters")}`;
  if (origin === "array" || origin === "set") return `must have at ${bound} ${counted(limit, "entry", "entries")}`;
  if (origin === "file") return `must have at ${bound} ${counted(limit, "byte", "bytes")}`;
  return `must be at ${bound} ${limit}`;
}

/** Returns what a field needs, for schema checks without a message of their own. Undefined keeps the message of Zod. */
export const plainError: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "too_big":
      return sized("most", issue.maximum, issue.origin);
    case "too_small":
      return sized("least", issue.minimum, issue.origin);
    case "invalid_value":
      return `must be ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}`;
    case "invalid_format": {
      const format = FORMATS[issue.format];
      return format && `must be ${format}`;
    }
    default:
      return undefined;
  }
};
