import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/react";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
// Changes of the cache are shown as in the app.
import "#components/base/api/query-provider.tsx";
import { makeRow } from "#components/follow/action-item/testing/make-row.ts";
import { Roadmap } from "#components/follow/strategic-change/roadmap/roadmap.tsx";
import { Inbox } from "#components/screens/inbox/inbox.tsx";
import { RoadmapPage } from "#components/screens/strategy/roadmap-page.tsx";
import type { Subject } from "#components/screens/walk/subject.ts";
import { WalkThrough } from "#components/screens/walk/walk-through.tsx";
import type { Calendar } from "#lib/contract/calendar.ts";
import type { Notification } from "#lib/contract/notification.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import type { Walk } from "#lib/contract/walk.ts";

const quiet = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });

const WALK = { id: "walk", day: "2026-11-30", endedAt: null, lines: [], standing: [] } as unknown as Walk;
const LATE: readonly Subject[] = [1, 2, 3].map((number) => {
  const row = makeRow(number, { dueDate: "2026-11-20", team: { id: "mail", name: "Mail" } });
  return { kind: "action", key: row.key, title: row.title, row };
});

const CALENDAR = {
  ...{ team: null, workingDays: [1, 2, 3, 4, 5], placeName: null },
  ahead: { from: "2026-11-30", until: "2028-02-27", daysOff: [{ date: "2026-12-08", name: "Company day" }] },
};

/** A meeting about three late actions of a team that is off on 8 December. */
export function MeetingStory() {
  const [client] = useState(() => {
    const made = quiet();
    made.setQueryData(reads.calendar.list().queryKey, { items: [CALENDAR as unknown as Calendar] });
    return made;
  });
  return (
    <QueryClientProvider client={client}>
      <WalkThrough walk={WALK} list={LATE} today="2026-11-30" />
    </QueryClientProvider>
  );
}

const AT = "2026-11-02T09:00:00.000Z";
const MESSAGES = [1, 2, 3, 4].map(
  (number): Notification => ({
    ...{ id: `message-${number}`, kind: "action_late", subject: `ACT-${number} is late`, body: "" },
    ...{ href: `/actions/ACT-${number}`, createdAt: AT, shownAt: AT, readAt: null, doneAt: null },
    ...{ wakes: null, due: null, settled: false },
  }),
);

/** An inbox with four messages. */
export function InboxStory() {
  const [client] = useState(() => {
    const made = quiet();
    const pages = [{ items: MESSAGES, nextCursor: null }];
    made.setQueryData(reads.notification.list("new").queryKey, { pages, pageParams: [undefined] });
    return made;
  });
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <Inbox />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}

const bar = (number: number) =>
  ({
    ...{ key: `SC-${number}`, title: `Change ${number}`, version: 1, status: "in_progress", health: "on_track" },
    ...{
      owner: null,
      sponsor: null,
      team: null,
      otherTeams: [],
      theme: null,
      targetQuarter: "2027-Q1",
      dated: true,
      stale: false,
      pace: null,
    },
    ...{
      startsOn: "2027-01-04",
      endsOn: "2027-01-31",
      deferredUntil: null,
      milestones: [],
      waitsFor: [],
      awaitedBy: [],
    },
    ...{ abilities: { edit: true } },
  }) as unknown as RoadmapRow;
const BARS = [1, 2].map(bar);

/** A roadmap with two changes of four weeks. */
export function RoadmapStory() {
  const [client] = useState(quiet);
  return (
    <QueryClientProvider client={client}>
      <Roadmap rows={BARS} by="team" />
    </QueryClientProvider>
  );
}

const PLATFORM = { id: "platform", name: "Platform" };
const THEMED = [
  { ...bar(1), theme: "Recovery", team: PLATFORM },
  { ...bar(2), theme: "Recovery", team: { id: "storage", name: "Storage" } },
  { ...bar(3), theme: "Alerting", team: PLATFORM },
  { ...bar(4), team: PLATFORM },
];

/** The page of the roadmap, with four changes of two teams and two themes. */
export function StrategyStory() {
  const [client] = useState(() => {
    const made = quiet();
    const pages = [{ items: THEMED, nextCursor: null }];
    made.setQueryData(reads.roadmap.list({ limit: 100, mine: false }).queryKey, { pages, pageParams: [undefined] });
    made.setQueryData(reads.roadmap.intake().queryKey, { waiting: [], more: false, decided: [] });
    return made;
  });
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <RoadmapPage />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
