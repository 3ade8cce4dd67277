"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { reads } from "#components/base/api/client.ts";
import { onConnectedAgain } from "#components/base/api/outage.ts";
import { onSignedIn } from "#components/base/api/signed-out.ts";
import { takeRead } from "#components/base/api/take-read.ts";
import { hueOf } from "#components/ui/labels/hue.ts";
import type { Presence } from "#components/ui/marks/presence-avatars.tsx";
import { warnOfLoss } from "#components/ui/page/use-leave-warning.ts";
import { type ConnectionStatus, DocumentConnection, NOT_CONNECTED } from "#lib/document/document-connection.ts";
import { givenText } from "#lib/document/given-text.ts";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { socketUrl } from "#lib/document/socket-protocol.ts";
import { type EditOwner, editStore } from "./unsent/edit-store.ts";
import { connectionsHere } from "./unsent/unkept.ts";

/** Ends a connection once everything written is saved. Until then it continues after the page is left. */
function leaveDocument(connection: DocumentConnection): void {
  const isDone = () => connection.status().unsavedEdits === 0 || connection.status().ended !== null;
  const end = () => {
    connection.destroy();
    connectionsHere.delete(connection);
  };
  if (isDone()) {
    end();
    return;
  }
  const again = () => connection.reconnect();
  const warn = (event: BeforeUnloadEvent) => {
    const { unsavedEdits, keptEdits } = connection.status();
    if (unsavedEdits > keptEdits) warnOfLoss(event);
  };
  window.addEventListener("beforeunload", warn);
  window.addEventListener("online", again);
  const forget = connection.subscribe(() => {
    if (!isDone()) return;
    forget();
    window.removeEventListener("beforeunload", warn);
    window.removeEventListener("online", again);
    queueMicrotask(end); // the provider is still handling the frame with this result
  });
}

const never = () => () => undefined;

interface CollaborationOptions extends Omit<EditOwner, "userId"> {
  userId: string | undefined;
}

export interface Collaboration {
  connection: DocumentConnection | null;
  /** Other people in this text, each once. */
  people: Presence[];
}

/**
 * Returns what a component shows of the state of a connection. The save state changes with each letter, so a component
 * picks what it needs: text, numbers or flags.
 */
export function useConnectionStatus<Part>(
  connection: Pick<DocumentConnection, "status" | "subscribe"> | null,
  pick: (status: ConnectionStatus) => Part,
): Part {
  return useSyncExternalStore(
    connection?.subscribe ?? never,
    () => pick(connection?.status() ?? NOT_CONNECTED),
    () => pick(NOT_CONNECTED),
  );
}

/** The shared document of a review: connected while mounted, once the person is known. */
export function useCollaboration({ userId, documentId, reviewKey }: CollaborationOptions): Collaboration {
  const [connection, setConnection] = useState<DocumentConnection | null>(null);
  const client = useQueryClient();
  useEffect(() => {
    if (userId === undefined) return;
    const made = new DocumentConnection({
      // Used once: by the next visit, the text and what the person can do with it can have changed.
      given: givenText(takeRead(client, reads.review.text(reviewKey).queryKey), documentId),
      url: socketUrl(window.location.origin, documentId, SCHEMA_VERSION, userId),
      documentId,
      store: editStore({ userId, documentId, reviewKey }),
    });
    connectionsHere.set(made, reviewKey);
    setConnection(made);
    return () => {
      setConnection(null);
      leaveDocument(made);
    };
  }, [client, userId, documentId, reviewKey]);
  const people = usePresence(connection);
  useEffect(() => {
    const again = () => connection?.reconnect();
    const lost = () => connection?.networkLost();
    window.addEventListener("online", again);
    window.addEventListener("offline", lost);
    const signedIn = () => connection?.signedInAgain();
    const stops = [onSignedIn(signedIn), onConnectedAgain(again)];
    // The person may have signed in in another tab.
    window.addEventListener("focus", signedIn);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener("focus", signedIn);
      window.removeEventListener("online", again);
      window.removeEventListener("offline", lost);
    };
  }, [connection]);
  return { connection, people };
}

function usePresence(connection: DocumentConnection | null): Presence[] {
  const [people, setPeople] = useState<Presence[]>([]);
  useEffect(() => {
    const awareness = connection?.provider.awareness;
    if (!connection || !awareness) return;
    const read = () => {
      const others = new Map<string, Presence>();
      for (const [clientId, state] of awareness.getStates()) {
        const user: { id?: unknown; name?: unknown } | undefined = state.user;
        if (clientId === connection.document.clientID || typeof user?.id !== "string" || typeof user.name !== "string")
          continue;
        others.set(user.id, { id: user.id, name: user.name, hue: hueOf(user.id) });
      }
      // A caret that moves is a change of presence too, and the page needs to know only who is here.
      setPeople((before) => (isSamePeople(before, others) ? before : [...others.values()]));
    };
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [connection]);
  return people;
}

const isSamePeople = (before: readonly Presence[], now: ReadonlyMap<string, Presence>) =>
  before.length === now.size && before.every(({ id, name }) => now.get(id)?.name === name);
