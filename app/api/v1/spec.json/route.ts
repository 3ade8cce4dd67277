import { apiSpec } from "#server/http/spec.ts";

export const dynamic = "force-dynamic";

export const GET = async () => Response.json(await apiSpec());
