"use client";

import { useRouter } from "next/navigation";

/**
 * Returns what opens another page of the app. While letters that were typed early wait for the editor, the browser opens
 * it, because it asks before it drops them.
 */
export function useLeave(): (href: string) => void {
  const router = useRouter();
  return (href) => {
    if (window.servedText?.isChanged()) window.location.assign(href);
    else router.push(href);
  };
}
