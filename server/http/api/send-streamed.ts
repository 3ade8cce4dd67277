import type { StandardHandleResult } from "@orpc/server/standard";
import { StreamedFile } from "#server/base/kernel/streamed-file.ts";

/** Sends a file that is written while it is sent as a stream without a length. Others are sent as they are. */
export async function sendStreamed({ next }: { next(): Promise<StandardHandleResult> }): Promise<StandardHandleResult> {
  const result = await next();
  const file = result.response?.body;
  if (!result.matched || !(file instanceof StreamedFile)) return result;
  const { response } = result;
  const named = { "content-type": file.type, "content-disposition": `attachment; filename="${file.name}"` };
  return { matched: true, response: { ...response, headers: { ...response.headers, ...named }, body: file.stream() } };
}

/** Our own client gets a file as one part of a message, so it is read first. */
export async function readStreamed({ next }: { next(): Promise<unknown> }): Promise<unknown> {
  const answer = await next();
  return answer instanceof StreamedFile ? new File([await answer.text()], answer.name, { type: answer.type }) : answer;
}
