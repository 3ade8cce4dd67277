import { serveHook } from "#server/http/hooks/hooks.ts";

export const dynamic = "force-dynamic";

export async function POST(request: Request, { params }: { params: Promise<{ source: string; key: string }> }) {
  const { source, key } = await params;
  return serveHook(request, source, key);
}
