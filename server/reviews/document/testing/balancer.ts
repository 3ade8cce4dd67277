import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A proxy in front of several servers: each connection goes to the next one that accepts it, or always to the first one
 * that does.
 */
export async function startBalancer(origins: readonly string[], { isInTurn = true } = {}) {
  const ports = origins.map((origin) => Number(new URL(origin).port));
  const open = new Set<Socket>();
  let turn = 0;

  function pass(near: Socket, at: number, triesLeft = ports.length): void {
    const far = connect(ports[at % ports.length] ?? 0, "127.0.0.1");
    let isConnected = false;
    far.on("error", () => {
      if (!isConnected && triesLeft > 0 && !near.destroyed) pass(near, at + 1, triesLeft - 1);
      else near.destroy();
    });
    far.once("connect", () => {
      isConnected = true;
      open.add(far);
      near.pipe(far).pipe(near);
      far.on("close", () => near.destroy());
      near.on("close", () => far.destroy());
    });
  }
  const server = createServer((near) => {
    open.add(near);
    near.on("error", () => undefined).on("close", () => open.delete(near));
    pass(near, isInTurn ? turn++ : 0);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
