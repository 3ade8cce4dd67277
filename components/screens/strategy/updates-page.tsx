"use client";

import { UpdatesList } from "#components/follow/strategic-change/board/updates-list.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { StrategyLinks } from "./strategy-links.tsx";

/** How the changes in progress go, by their latest updates. */
export function UpdatesPage() {
  return (
    <Page>
      <PageHead title="Strategic changes" actions={<StrategyLinks current="updates" />} />
      <UpdatesList />
    </Page>
  );
}
