import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ReactNode, useMemo, useState } from "react";
import { UiProvider } from "#components/ui/page/ui-provider.tsx";

/** Reports to the test what a component called back with: the latest, and how often. */
export function useTold(): [ReactNode, (what: unknown) => void] {
  const [told, setTold] = useState<string[]>([]);
  const tell = (what: unknown) => setTold((all) => [...all, JSON.stringify(what)]);
  return [
    <output key="told" aria-label="Told">
      {told.join(" ")}
    </output>,
    tell,
  ];
}

/** The surroundings of every page: keys, toasts, and a router that records where it was sent. */
export function Frame({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState("");
  const router = useMemo<AppRouterInstance>(() => {
    const nothing = () => undefined;
    const push = (href: string) => setPlace(href);
    return {
      push,
      replace: push,
      ...{ back: nothing, forward: nothing, refresh: nothing, hmrRefresh: nothing, prefetch: nothing },
      bfcacheId: "0",
      experimental_gesturePush: nothing,
    };
  }, []);
  return (
    <AppRouterContext value={router}>
      <UiProvider nonce={undefined}>
        {children}
        <output aria-label="Place">{place}</output>
      </UiProvider>
    </AppRouterContext>
  );
}
