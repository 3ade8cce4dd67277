import NextAuth from "next-auth";
import { authOptions } from "#server/auth/options.ts";
import { originOf } from "#server/http/context.ts";

export const dynamic = "force-dynamic";

const handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(authOptions(originOf(request)))(request, context);

export { handler as GET, handler as POST };
