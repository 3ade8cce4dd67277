"use client";

import { KeySettings } from "#components/people/me/key-settings.tsx";
import { PasswordForm } from "#components/people/me/password-form.tsx";
import { ProfileFields } from "#components/people/me/profile-fields.tsx";
import { Sessions } from "#components/people/me/sessions.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { SkeletonText } from "#components/ui/skeleton.tsx";

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
