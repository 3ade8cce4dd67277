"use client";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastError } from "#components/ui/toast.tsx";
import type { MadeLink } from "./made-link.ts";

/** Makes a reset link for somebody and hands it on to be shown. */
export function useResetLink(onMade: (link: MadeLink) => void) {
  return async ({ id, name }: { id: string; name: string }): Promise<void> => {
    try {
      const { url } = await api.member.resetLink({ id });
      onMade({
        what: `reset link for ${name}`,
        url,
        note: `Reset link for ${name}. Shown once; works once, for 24 hours. Hand it over yourself.`,
      });
    } catch (error) {
      toastError(wordsOf(error));
    }
  };
}
