"use client";
import { keepPreviousData } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { peopleInput } from "#lib/people/member/people-input.ts";

/** The list of people as the settings page reads it. */
export const peopleOptions = (q: string, includeDisabled: boolean) =>
  query.member.list.infiniteOptions({
    input: (cursor: string | undefined) => peopleInput(q, includeDisabled, cursor),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
