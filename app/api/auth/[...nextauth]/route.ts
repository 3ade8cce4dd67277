import { serveAuth } from "#server/people/auth/serve-auth.ts";

export const dynamic = "force-dynamic";

export { serveAuth as GET, serveAuth as POST };
