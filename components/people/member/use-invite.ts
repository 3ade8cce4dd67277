"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "#components/base/api/client.ts";
import { refresh } from "#components/base/api/refresh.ts";
import type { Role } from "#lib/base/access/roles.ts";
import type { MadeLink } from "./made-link.ts";

/** Creates an invitation and passes its link on to be shown. Throws the server's error. */
export function useInvite(onMade: (link: MadeLink) => void) {
  const client = useQueryClient();
  return async (email: string, role: Role): Promise<void> => {
    const { url } = await api.member.invite({ email, role });
    onMade({
      what: `invitation for ${email}`,
      url,
      note: `Invitation for ${email}. Shown once. It works once, for 7 days. Send it to them yourself.`,
    });
    await refresh(client, "member");
  };
}
