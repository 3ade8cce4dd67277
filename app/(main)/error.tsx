"use client";

import { useRouter } from "next/navigation";
import { startTransition, useCallback, useEffect } from "react";
import { onConnectedAgain } from "#components/base/api/outage.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Page } from "#components/ui/page/page.tsx";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const router = useRouter();
  // The part of the page that the server sent is loaded again too: it is what failed.
  const retry = useCallback(
    () =>
      startTransition(() => {
        router.refresh();
        reset();
      }),
    [router, reset],
  );
  useEffect(() => onConnectedAgain(retry), [retry]);
  return (
    <Page>
      <ErrorState
        title="Couldn't load this page"
        next="Try again. If it happens again, reload the page and tell an admin what you did."
        action={<Button onClick={retry}>Try again</Button>}
      />
    </Page>
  );
}
