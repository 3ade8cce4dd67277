interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
}

export const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";

const BY_FORMAT: Record<string, string> = {
  uuid: UNKNOWN_ID,
  "date-time": "2026-01-01T00:00:00Z",
  date: "2026-01-01",
  uri: "https://example.com",
  email: "somebody@example.com",
};

function textOf({ format, pattern, minLength = 0 }: Schema, keys: Readonly<Record<string, string>>): string {
  const prefix = Object.keys(keys).find((one) => pattern?.startsWith(`^${one}-`));
  if (prefix) return keys[prefix] ?? "";
  return (format && BY_FORMAT[format]) ?? "x".repeat(Math.max(1, minLength));
}

/** Returns the smallest value that a JSON schema accepts. `keys` are the records that it names: {INC: "INC-2"}. */
export function sampleOf(schema: Schema, keys: Readonly<Record<string, string>>): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const shapes = schema.anyOf ?? schema.oneOf;
  const [shape] = shapes?.filter(({ type }) => type !== "null") ?? [];
  if (shape) return sampleOf(shape, keys);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "array") return (schema.minItems ?? 0) > 0 && schema.items ? [sampleOf(schema.items, keys)] : [];
  if (type === "string") return textOf(schema, keys);
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  if (type === "boolean") return false;
  const fields = (schema.required ?? []).map(
    (name) => [name, sampleOf(schema.properties?.[name] ?? {}, keys)] as const,
  );
  return Object.fromEntries(fields);
}
