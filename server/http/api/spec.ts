import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { ERRORS } from "#lib/base/errors.ts";
import { contract } from "#lib/contract/index.ts";

type Schema = NonNullable<NonNullable<Spec["components"]>["schemas"]>[string];
type Spec = Awaited<ReturnType<OpenAPIGenerator["generate"]>>;

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

const PROBLEM: Schema = {
  type: "object",
  required: ["type", "title", "status", "code", "requestId"],
  properties: {
    type: { type: "string", description: "URL that describes this error" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(ERRORS) },
    detail: { type: "string", description: "What happened and what to do" },
    fields: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "label", "message"],
        properties: {
          field: { type: "string" },
          label: { type: "string", description: "the field's name on screen" },
          message: { type: "string" },
        },
      },
    },
    rule: { type: "string", description: "The rule that doesn't allow it, with 422" },
    current: { description: "The newer row, with 409" },
    requestId: { type: "string" },
  },
};

let spec: Promise<Spec> | undefined;

/** Returns the API as OpenAPI 3.1, created once from the contract. */
export function apiSpec(): Promise<Spec> {
  spec ??= generator
    .generate(contract, {
      info: {
        title: "Afterword API",
        version: "1",
        description:
          "The API does everything that the screens do. Send `Authorization: Bearer <token>` (create one in settings). Errors are application/problem+json. Lists use `cursor` for pages. A write with a stale `version` returns 409 with the newer row.",
      },
      servers: [{ url: "/api/v1" }],
      security: [{ token: [] }],
      components: {
        securitySchemes: { token: { type: "http", scheme: "bearer" } },
        schemas: { Problem: PROBLEM },
      },
    })
    .then(finishOperations);
  return spec;
}

const OPEN_TAG = "Entry";

/** Every operation can return a problem. Operations for people without an account need no token. */
function finishOperations(document: Spec): Spec {
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {})) {
      if (typeof operation !== "object" || operation === null || !("responses" in operation)) continue;
      operation.responses = {
        ...operation.responses,
        default: { description: "A problem: what is wrong and what to do", content },
      };
      if (operation.tags?.includes(OPEN_TAG)) operation.security = [];
    }
  }
  return document;
}
