import type { beforeHandleAwarenessPayload, Extension } from "@hocuspocus/server";
import type { SocketContext } from "./session.ts";

const CURSOR_BYTES = 2000;

/**
 * Presence comes from the session, not from the browser: each socket reports for one client id, under the name it
 * signed in with, and only about its cursor.
 */
export function presence(): Extension<SocketContext> {
  return {
    extensionName: "presence",
    async beforeHandleAwareness({
      states,
      document,
      connection,
      context,
    }: beforeHandleAwarenessPayload<SocketContext>) {
      const identity = context?.session.identity;
      const taken = new Set<number>();
      for (const other of document.getConnections())
        if (other !== connection) for (const clientId of document.getClients(other)) taken.add(clientId);
      let spoken = false;
      for (const [clientId, state] of [...states]) {
        // Hocuspocus adds an empty state of its own next to the browser's.
        const isEmpty = Object.keys(state).length === 0;
        if (!identity || spoken || isEmpty || taken.has(clientId)) {
          states.delete(clientId);
          continue;
        }
        spoken = true;
        const cursor: unknown = state.cursor ?? null;
        const fits = JSON.stringify(cursor).length <= CURSOR_BYTES;
        states.set(clientId, {
          user: { id: identity.userId, name: identity.name, readOnly: identity.readOnly },
          cursor: fits ? cursor : null,
        });
      }
    },
  };
}
