import { createServer } from "node:net";

/**
 * Returns a TCP port at 127.0.0.1 that no one listens on. With `wanted`, returns that one if it is free, otherwise
 * null.
 */
export async function freePort(): Promise<number>;
export async function freePort(wanted: number): Promise<number | null>;
export async function freePort(wanted = 0): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => (wanted === 0 ? reject(error) : resolve(null)));
    server.listen({ port: wanted, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
