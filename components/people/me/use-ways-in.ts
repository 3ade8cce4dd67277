import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";

/** The number of your other sessions and personal tokens. Null while unknown. */
export function useWaysIn(): { sessions: number; tokens: number } | null {
  const sessions = useQuery(reads.me.sessions()).data;
  const tokens = useQuery(reads.token.list()).data;
  if (!sessions || !tokens) return null;
  return { sessions: sessions.items.filter(({ current }) => !current).length, tokens: tokens.items.length };
}
