"use client";

import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="page">
      <ErrorState
        title="This page could not be shown"
        safe="What was saved is safe."
        next="Try again; if it stays, reload the page and tell an administrator what you did."
        action={<Button onClick={reset}>Try again</Button>}
      />
    </div>
  );
}
