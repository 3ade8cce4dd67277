import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface SmtpServer {
  url: string;
  /** Whole emails as received, headers first. */
  received: string[];
  close(): void;
}

/**
 * The part of SMTP that an email needs. `answer` is the delay in ms before an email is accepted. Null never answers.
 */
export async function startSmtp(answer: (mail: string) => number | null = () => 0): Promise<SmtpServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const take = async (socket: Socket, mail: string) => {
    received.push(mail);
    const waitMs = answer(mail);
    if (waitMs === null) return;
    await sleep(waitMs);
    if (!socket.destroyed) socket.write("250 taken\r\n");
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    let data: string | null = null;
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      if (data !== null) {
        data += text;
        if (!data.endsWith("\r\n.\r\n")) return;
        void take(socket, data);
        data = null;
      } else if (text.startsWith("DATA")) {
        data = "";
        socket.write("354 go on\r\n");
      } else if (text.startsWith("QUIT")) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
