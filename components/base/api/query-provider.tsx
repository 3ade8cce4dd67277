"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { problemOf } from "./problem.ts";
import { readRefused } from "./signed-out.ts";

/** One query cache a tab. Refusals are answers and are not tried again; a silent server is. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        queryCache: new QueryCache({ onError: (error, { state }) => readRefused(error, state.data !== undefined) }),
        defaultOptions: {
          queries: { staleTime: 15_000, retry: (count, error) => problemOf(error) === null && count < 3 },
          mutations: { retry: false },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
