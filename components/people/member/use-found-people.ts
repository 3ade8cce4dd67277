"use client";

import { type QueryClient, useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useFound } from "#components/base/api/use-found.ts";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import type { Member } from "#lib/contract/member.ts";

const useMembers = (words: string, enabled: boolean) => useQuery({ ...reads.member.found(words), enabled }).data;

/** People with access, found by name or email. */
export const useFoundPeople = () => useFound(useMembers);

/** A person as an option of a menu. */
export const personOption = ({ id, name, email }: Member): ValueOption => ({ value: id, label: name, detail: email });

/** People to choose from for a search: all if they fit on one page, otherwise those that the server finds. */
export async function findPeople(client: QueryClient, words: string): Promise<readonly Member[]> {
  const first = await client.fetchQuery(reads.member.found(""));
  if (first.nextCursor === null || words.trim() === "") return first.items;
  return (await client.fetchQuery(reads.member.found(words))).items;
}
