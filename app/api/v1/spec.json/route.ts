import { apiSpec } from "#server/http/api/spec.ts";

export const dynamic = "force-dynamic";

export const GET = async () => Response.json(await apiSpec());
