"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { STORY_PAGE } from "#components/base/api/reads.ts";
import { loadStory } from "./load-story.ts";
import { type Story, shareEvents } from "./story.ts";

export const storyKey = (key: string) => reads.timeline.firstPage(key).queryKey;

/** Every event of an incident in one cache entry, loaded page by page. The first page can come with the page itself. */
export function useStory(key: string) {
  const story = useQuery({
    queryKey: storyKey(key),
    structuralSharing: (shown, next) => shareEvents(shown as Story | undefined, next as Story),
    queryFn: ({ client, queryKey, signal }): Promise<Story> =>
      loadStory({
        read: () => client.getQueryData<Story>(queryKey),
        show: (part) => client.setQueryData<Story>(queryKey, part),
        fetchPage: (cursor) =>
          api.timeline.list({ key, limit: STORY_PAGE, ...(cursor === undefined ? {} : { cursor }) }, { signal }),
      }),
  });
  const { data, isFetching, isError, refetch } = story;
  const isPartial = data !== undefined && data.nextCursor !== null;
  useEffect(() => {
    if (isPartial && !isFetching && !isError) void refetch();
  }, [isPartial, isFetching, isError, refetch]);
  return { ...story, isPartial };
}
