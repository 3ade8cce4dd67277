import { serveEvidenceFile } from "#server/http/stored-file.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ key: string; id: string }> }) {
  return serveEvidenceFile(request, await params);
}
