import { z } from "zod";
import { ask, readAnswer, refuseAnswer, type Target, TrackerError } from "./connector.ts";

/** If Linear asks to wait without saying how long. */
const WAIT_SECONDS = 60;

const Failure = z.object({
  errors: z.array(
    z.object({
      message: z.string(),
      extensions: z.object({ code: z.string().nullish(), userPresentableMessage: z.string().nullish() }).nullish(),
    }),
  ),
});

/** Runs a query. Linear says what failed in the body, whatever the status is. */
export async function runQuery<Shape>(
  target: Target,
  text: string,
  variables: object,
  data: z.ZodType<Shape>,
): Promise<Shape> {
  const url = new URL(`${target.baseUrl.replace(/\/+$/, "")}/graphql`);
  const authorization = target.token.startsWith("lin_api_") ? target.token : `Bearer ${target.token}`;
  const answer = await ask(url, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", authorization },
    body: JSON.stringify({ query: text, variables }),
  });
  const { errors: [failure] = [] } = failureIn(answer.text) ?? {};
  if (!failure) {
    refuseAnswer(url.host, answer, null);
    return readAnswer(url.host, z.object({ data }), answer.text).data;
  }
  const { message, extensions } = failure;
  const said = (extensions?.userPresentableMessage || message).replaceAll(target.token, "…");
  const words = `${url.host} answered: ${said.trim().split("\n", 1)[0]?.slice(0, 160)}`;
  const code = extensions?.code ?? "";
  if (code === "RATELIMITED") {
    const reset = Number(answer.headers["x-ratelimit-requests-reset"]);
    const seconds = Math.ceil((reset - Date.now()) / 1000);
    throw new TrackerError("wait", words, Number.isFinite(seconds) ? Math.max(1, seconds) : WAIT_SECONDS);
  }
  if (code === "AUTHENTICATION_ERROR") throw new TrackerError("token", words);
  if (/^Entity not found: Issue\b/.test(message)) throw new TrackerError("missing", words);
  if (code === "INTERNAL_SERVER_ERROR") throw new TrackerError("unreachable", words);
  if (![200, 400, 403].includes(answer.status)) refuseAnswer(url.host, answer, said);
  throw new TrackerError("rejected", words);
}

function failureIn(text: string) {
  try {
    return Failure.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
