import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { reads } from "#components/base/api/client.ts";
import type { Member } from "#lib/contract/member.ts";
import { findPeople, useFoundPeople } from "./use-found-people.ts";

const member = (number: number): Member => ({
  id: `person-${number}`,
  name: `Person ${number}`,
  email: `person-${number}@example.com`,
  role: "member",
  disabled: false,
  teams: [],
  lastSeenAt: null,
  openSessions: null,
  version: 1,
});
const FIRST_PAGE = Array.from({ length: 200 }, (_, at) => member(at + 1));

/** A cache with the first page of people, and the server's results for a search. */
function peopleOf(count: number, found: Record<string, Member[]> = {}): QueryClient {
  const client = new QueryClient();
  const first = { items: FIRST_PAGE.slice(0, count), nextCursor: count > 200 ? "more" : null };
  client.setQueryData(reads.member.found("").queryKey, first);
  for (const [words, items] of Object.entries(found))
    client.setQueryData(reads.member.found(words).queryKey, { items, nextCursor: null });
  return client;
}

it("finds person 201, who isn't on the first page", async () => {
  const client = peopleOf(201, { "person 201": [member(201)] });
  expect(await findPeople(client, "person 201")).toEqual([member(201)]);
  expect(await findPeople(client, " ")).toHaveLength(200);
});

it("sends no search to the server if everyone fits on one page", async () => {
  expect(await findPeople(peopleOf(3), "anyone")).toHaveLength(3);
});

function Probe() {
  const { rows, nameOf, onSearch } = useFoundPeople();
  return `${rows.length}, ${nameOf("person-7")}, searched by the ${onSearch ? "server" : "menu"}`;
}

it.each([
  [201, "server"],
  [200, "menu"],
])("searches a menu of %i people on the %s", (count, searched) => {
  const shown = renderToString(
    <QueryClientProvider client={peopleOf(count)}>
      <Probe />
    </QueryClientProvider>,
  );
  expect(shown).toBe(`200, Person 7, searched by the ${searched}`);
});
