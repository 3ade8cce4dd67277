import { serveChanges } from "#server/http/changes.ts";

export const dynamic = "force-dynamic";

export { serveChanges as GET };
