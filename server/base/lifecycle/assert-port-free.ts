import { createServer } from "node:net";
import { errorCode, StartError } from "#server/base/process/start-error.ts";

/** Checks the port early, before anything is built or started. Throws a StartError with what to do. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(explainListen(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Why a port can't be used, with what to do. */
export function explainListen(error: Error, host: string, port: number): Error {
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return new StartError(
        `port ${port} on ${host} is taken`,
        `Stop what uses it, or choose another: PORT=${port + 1} npm start`,
      );
    case "EACCES":
      return new StartError(
        `port ${port} can't be used by this user`,
        "Choose a port from 1024 up: PORT=3000 npm start",
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartError(
        `this machine doesn't have the address ${host}`,
        "Set HOST to one of its addresses, or to 0.0.0.0 for all.",
      );
    default:
      return error;
  }
}
