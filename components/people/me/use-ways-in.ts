import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";

/** How many other sessions and personal tokens I have; null while that is not known. */
export function useWaysIn(): { sessions: number; tokens: number } | null {
  const sessions = useQuery(query.me.sessions.queryOptions()).data;
  const tokens = useQuery(query.token.list.queryOptions()).data;
  if (!sessions || !tokens) return null;
  return { sessions: sessions.items.filter(({ current }) => !current).length, tokens: tokens.items.length };
}
