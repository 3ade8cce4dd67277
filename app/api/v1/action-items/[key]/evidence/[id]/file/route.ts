import { serveActionFile } from "#server/http/stored-file.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ key: string; id: string }> }) {
  return serveActionFile(request, await params);
}
