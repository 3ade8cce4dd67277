import { ERRORS } from "#lib/base/errors.ts";
import { escapeHtml } from "#lib/base/text/escape-html.ts";
import { apiSpec } from "./spec.ts";

interface Schema {
  type?: string | string[];
  $ref?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  default?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
}
interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return "";
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" | ");
  if (schema.type === "array") return `list of ${typeOf(schema.items) || "values"}`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "value");
  return schema.format ? `${type} (${schema.format})` : type;
}

function fieldRows(schema: Schema | undefined): string {
  const parts = schema?.allOf ?? [schema];
  return parts
    .flatMap((part) =>
      Object.entries(part?.properties ?? {}).map(([name, field]) => {
        const needed = part?.required?.includes(name)
          ? "needed"
          : field.default === undefined
            ? ""
            : `default ${JSON.stringify(field.default)}`;
        return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(typeOf(field))}</td><td>${escapeHtml(needed)}</td><td>${escapeHtml(field.description ?? "")}</td></tr>`;
      }),
    )
    .join("");
}

const table = (caption: string, rows: string) =>
  rows ? `<table><caption>${caption}</caption><tbody>${rows}</tbody></table>` : "";
const jsonOf = (content: Record<string, { schema?: Schema }> | undefined) => content?.["application/json"]?.schema;

function operationHtml(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? [])
    .map(
      ({ name, in: place, required, schema }) =>
        `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(typeOf(schema))}</td><td>${required ? "needed" : ""}</td><td>in the ${place}. ${escapeHtml(schema?.description ?? "")}</td></tr>`,
    )
    .join("");
  const id = `${method}-${path}`.replace(/[^a-z0-9]+/gi, "-");
  return `<section id="${id}"><h3><code><b>${method.toUpperCase()}</b> /api/v1${escapeHtml(path)}</code></h3><p>${escapeHtml(operation.summary ?? "")}</p>
${table("Parameters", parameters)}${table("Body", fieldRows(jsonOf(operation.requestBody?.content)))}${table("Answer", fieldRows(jsonOf(operation.responses?.["200"]?.content)))}</section>`;
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 ui-sans-serif,system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h2{border-top:1px solid;padding-top:.5rem;margin-top:3rem}h3{margin:2rem 0 .2rem;overflow-wrap:anywhere}code{font-size:.92em}table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem;font-size:.9rem}caption{text-align:left;font-weight:600}th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-top:1px solid #8884;overflow-wrap:anywhere}nav a{margin-right:1rem}`;

/** Returns the reference as one page of plain HTML, without anything from another host. */
export async function referencePage(): Promise<string> {
  const spec = await apiSpec();
  const byTag = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(spec.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations ?? {}) as [string, Operation][]) {
      const tag = operation.tags?.[0] ?? "Other";
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationHtml(method, path, operation)]);
    }
  }
  const tags = [...byTag.keys()];
  const slug = (tag: string) => tag.toLowerCase().replace(/\W+/g, "-");
  const errors = Object.entries(ERRORS)
    .map(
      ([code, { status, title }]) =>
        `<tr id="error-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
    )
    .join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Afterword API</title><style>${STYLE}</style></head><body>
<main><h1>Afterword API</h1><p>${escapeHtml(spec.info.description ?? "")} The same as data: <a href="/api/v1/spec.json">spec.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Nouns">${tags.map((tag) => `<a href="#${slug(tag)}">${escapeHtml(tag)}</a>`).join(" ")}</nav>
<h2 id="errors">Errors</h2><table><tbody>${errors}</tbody></table>
${tags.map((tag) => `<h2 id="${slug(tag)}">${escapeHtml(tag)}</h2>${(byTag.get(tag) ?? []).join("")}`).join("")}
</main></body></html>`;
}
