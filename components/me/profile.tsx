"use client";

import { useMe } from "#components/shell/use-me.ts";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { KeySettings } from "./key-settings.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ProfileFields } from "./profile-fields.tsx";
import { Sessions } from "./sessions.tsx";

/** What is mine: name and zone, keys, password, where I am signed in. */
export function Profile() {
  const me = useMe();
  if (!me) return <SkeletonText lines={6} label="Loading your profile" />;
  return (
    <>
      <ProfileFields me={me} />
      <KeySettings me={me} />
      <PasswordForm email={me.email} />
      <Sessions />
    </>
  );
}
