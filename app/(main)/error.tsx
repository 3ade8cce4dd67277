"use client";

import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Page } from "#components/ui/page/page.tsx";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <Page>
      <ErrorState
        title="Couldn't load this page"
        next="Try again. If it happens again, reload the page and tell an admin what you did."
        action={<Button onClick={reset}>Try again</Button>}
      />
    </Page>
  );
}
