import type { Ctx } from "#server/base/kernel/context.ts";
import { readBody, sendOutgoing } from "#server/base/outgoing/index.ts";
import { unseal } from "#server/base/process/seal.ts";

const WITHIN_MS = 15_000;
const MOST_BYTES = 2000;

/** Posts words to a channel as Slack takes them. Throws what failed, without the address. */
export async function post(ctx: Ctx, channelId: string, text: string): Promise<void> {
  const { id, sealedUrl } = await ctx.db.channel.findUniqueOrThrow({ where: { id: channelId } });
  const address = unseal(sealedUrl, id);
  if (address === null) throw new Error("The stored address can't be read with this server's secret. Enter it again.");
  const signal = AbortSignal.timeout(WITHIN_MS);
  const { status, answer } = await send(new URL(address), text, signal).catch((error: unknown) => {
    throw signal.aborted ? new Error(NO_ANSWER) : error;
  });
  if (status < 200 || status > 299) throw new Error(`The webhook returned ${status}${answer ? `: ${answer}` : ""}`);
}

const NO_ANSWER = `No answer within ${WITHIN_MS / 1000} s. Check the URL, and whether its service is up.`;

/** Returns the status and the first line of the answer. */
async function send(address: URL, text: string, signal: AbortSignal) {
  const response = await sendOutgoing(address, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ text }),
    signal,
  });
  const answer = ((await readBody(response, MOST_BYTES)) ?? "").trim().split("\n", 1)[0]?.slice(0, 100);
  return { status: response.statusCode ?? 0, answer };
}
