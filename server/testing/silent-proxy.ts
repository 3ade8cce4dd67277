import { connect, createServer, type Socket } from "node:net";

export interface SilentProxy {
  /** The database through the proxy. */
  url: string;
  /** Passes nothing on the open connections any more, and with `onlyOpen` false nothing on new ones either. */
  silence(options?: { onlyOpen?: boolean }): void;
  /** New connections pass again. */
  restore(): void;
  close(): void;
}

/** A TCP proxy in front of a database that can drop everything without closing anything, as a firewall does. */
export async function silentProxy(databaseUrl: string): Promise<SilentProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<{ isSilent: boolean; sockets: Socket[] }>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    const link = { isSilent, sockets: [near, far] };
    open.add(link);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (data) => link.isSilent || to.write(data));
      from.on("error", () => undefined);
      from.on("close", () => link.isSilent || to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: "127.0.0.1", port }).href,
    silence({ onlyOpen = false } = {}) {
      isSilent = !onlyOpen;
      for (const link of open) link.isSilent = true;
    },
    restore() {
      isSilent = false;
    },
    close() {
      server.close();
      for (const { sockets } of open) for (const socket of sockets) socket.destroy();
    },
  };
}
