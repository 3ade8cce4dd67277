"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isTyping } from "#components/ui/keys/is-typing.ts";
import { toastError } from "#components/ui/toast.tsx";
import { problemOf } from "./problem.ts";

const isSignedOut = (error: unknown): boolean => problemOf(error)?.code === "unauthenticated";

function signInAgain(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/signin?next=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}

/**
 * What a tab does when the server no longer knows who asks. A page that has nothing to show goes to sign in and comes
 * back; one that shows something stays, with all that was typed, and says so once.
 */
function onSignedOut(): (error: unknown, hasSomethingToShow: boolean) => void {
  let isTold = false;
  return (error, hasSomethingToShow) => {
    if (!isSignedOut(error)) return;
    // Whoever is writing keeps what is typed, whatever else the page could not read.
    if (!hasSomethingToShow && !isTyping(document.activeElement)) return signInAgain();
    if (isTold) return;
    isTold = true;
    toastError("You are signed out. What you see may be out of date.", { label: "Sign in again", run: signInAgain });
  };
}

/** One query cache a tab. Refusals are answers and are not tried again; a silent server is. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => {
    const signedOut = onSignedOut();
    return new QueryClient({
      queryCache: new QueryCache({ onError: (error, { state }) => signedOut(error, state.data !== undefined) }),
      defaultOptions: {
        queries: { staleTime: 15_000, retry: (count, error) => problemOf(error) === null && count < 3 },
        mutations: { retry: false },
      },
    });
  });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
