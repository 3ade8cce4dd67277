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
      let spoken = false;
      for (const [clientId, state] of [...states]) {
        // Hocuspocus adds an empty state of its own next to the browser's.
        const isEmpty = Object.keys(state).length === 0;
        // The one that is shown names its person, whichever process that person's tab was connected to.
        const shown: unknown = document.awareness.getStates().get(clientId)?.user?.id;
        const isTaken = shown !== undefined && shown !== identity?.userId;
        if (!identity || !connection || spoken || isEmpty || isTaken) {
          states.delete(clientId);
          continue;
        }
        spoken = true;
        // A tab that has reconnected takes its place from its last socket, which can be open for a while.
        for (const other of document.getConnections()) document.getClients(other).delete(clientId);
        document.getClients(connection).add(clientId);
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
