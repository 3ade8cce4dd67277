"use client";

import { Bell, BellRing } from "lucide-react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { useChangeCondition } from "../use-condition.ts";

/** Follows the condition, or stops. People who follow it are notified of its news. Each can be undone. */
export function FollowButton({ condition }: { condition: CanonicalFactor }) {
  const { send, isBusy } = useChangeCondition();
  const { id, following, followers } = condition;
  const follow = (on: boolean) =>
    send(
      () => api.canonicalFactor.follow({ id, on }),
      () =>
        toastDone(on ? "You follow this condition" : "You no longer follow this condition", {
          undo: () => void follow(!on),
        }),
    );
  return (
    <Button
      aria-pressed={following}
      icon={following ? <BellRing size={14} /> : <Bell size={14} />}
      busy={isBusy}
      busyLabel="Saving"
      title="You get messages about it"
      onClick={() => void follow(!following)}
    >
      {following ? "Following" : "Follow"}
      {followers.length > 0 ? (
        <span className={cx(textStyles.figure, textStyles.muted)}>{followers.length}</span>
      ) : null}
    </Button>
  );
}
