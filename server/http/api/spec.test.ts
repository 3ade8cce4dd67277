import { describe, expect, it } from "vitest";
import { GATE_CODES } from "#lib/base/vocabulary/review.ts";
import { referencePage } from "./reference.ts";
import { apiSpec } from "./spec.ts";

describe("the API description", () => {
  it("is OpenAPI 3.1 and names every route with its possible problems", async () => {
    const spec = await apiSpec();
    expect(spec.openapi).toMatch(/^3\.1/);
    expect(Object.keys(spec.paths ?? {})).toEqual(
      expect.arrayContaining([
        "/me",
        "/incidents/{key}/imports",
        "/incidents/{key}/timeline",
        "/action-items/{key}/transitions",
        "/reviews/{key}/export",
      ]),
    );
    expect(spec.paths?.["/me"]?.get?.responses?.default).toBeTruthy();
    expect(spec.paths?.["/me"]?.get?.security ?? spec.security).toEqual([{ token: [] }]);
    for (const path of ["/set-up", "/set-up/check", "/invitations/accept", "/reset"])
      expect(spec.paths?.[path]?.post?.security, path).toEqual([]);
  });

  it("lists the gates of a review, in what is returned and in what can be waived", async () => {
    const { paths } = JSON.parse(JSON.stringify(await apiSpec()));
    const schemaOf = ({ content }: { content: Record<string, { schema: unknown }> }) =>
      JSON.stringify(content["application/json"]?.schema);
    const gates = `"enum":${JSON.stringify(GATE_CODES)}`;
    expect(schemaOf(paths["/reviews/{key}/waivers"].post.requestBody)).toContain(gates);
    expect(schemaOf(paths["/reviews/{key}/gates"].get.responses["200"])).toContain(gates);
    expect(JSON.stringify(paths["/reviews/{key}/waivers/{gate}"].delete.parameters)).toContain(gates);
  });

  it("reads as a page without anything from another host", async () => {
    const page = await referencePage();
    expect(page).toContain("/api/v1/action-items/{key}/transitions");
    expect(page).toContain('id="error-conflict"');
    expect(page).not.toMatch(/(src|href)="https?:/);
  });
});
