import { serveRpc } from "#server/http/api/rpc.ts";

export const dynamic = "force-dynamic";

export { serveRpc as GET, serveRpc as POST };
