import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the API received it. */
interface Asked {
  url: string;
  authorization: string | undefined;
  body: { model: string; messages: { role: string; content: string }[] } & Record<string, unknown>;
}

export type Reply = (response: ServerResponse, asked: Asked) => unknown;

async function bodyOf(request: IncomingMessage): Promise<Asked["body"]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}") as Asked["body"];
}

/** Replies as an OpenAI-compatible API does. */
export const says =
  (content: unknown, finish = "stop"): Reply =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const text = typeof content === "string" ? content : JSON.stringify(content);
    response.end(
      JSON.stringify({ choices: [{ message: { role: "assistant", content: text }, finish_reason: finish }] }),
    );
  };

/** Replies with a status, headers and a body. */
export const sends =
  (status: number, body = "", headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** An API of the test on this machine. Set `reply` to its response. */
export async function startChatServer() {
  const asked: Asked[] = [];
  const chat = { reply: says("ready") as Reply, asked, url: "", close: async (): Promise<void> => undefined };
  const listener: RequestListener = (request, response) => {
    void (async () => {
      const { url = "", headers } = request;
      const one = { url, authorization: headers.authorization, body: await bodyOf(request) };
      asked.push(one);
      await chat.reply(response, one);
    })();
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  chat.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  chat.close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return chat;
}
