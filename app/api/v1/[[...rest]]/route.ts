import { serveRest } from "#server/http/api/rest.ts";

export const dynamic = "force-dynamic";

export { serveRest as DELETE, serveRest as GET, serveRest as PATCH, serveRest as POST, serveRest as PUT };
