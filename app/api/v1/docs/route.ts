import { referencePage } from "#server/http/api/reference.ts";

export const dynamic = "force-dynamic";

export const GET = async () =>
  new Response(await referencePage(), { headers: { "content-type": "text/html; charset=utf-8" } });
