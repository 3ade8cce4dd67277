import { afterEach, expect, it, vi } from "vitest";
import { shareDatabase } from "#server/base/db/client.ts";
import { authOptions } from "./options.ts";

/** The password provider, and whether it reported a failure. */
function wayIn() {
  const onFailed = vi.fn();
  const options = authOptions({
    ...{ origin: "http://127.0.0.1:3000", isDemoAccepted: true, headers: new Headers(), onFailed },
    onSignedIn: () => undefined,
    onWait: () => undefined,
  });
  const [credentials] = options.providers as unknown as { options: { authorize(given: object): Promise<unknown> } }[];
  return { authorize: async (given: object) => credentials?.options.authorize(given), onFailed };
}

afterEach(() => shareDatabase(undefined));

it.each([
  "Invalid `prisma.user.findUnique()` invocation: could not extend file: No space left on device",
  "Can't reach database server at `127.0.0.1:5432`",
  "Query read timeout",
])("a database that fails (%s) is said in one word", async (message) => {
  const findUnique = () => Promise.reject(new Error(message));
  shareDatabase({ prisma: { user: { findUnique } } } as never);
  const { authorize, onFailed } = wayIn();
  const given = { email: `${message.length}@example.com`, password: "a long password" };
  await expect(authorize(given)).rejects.toThrow(/^unavailable$/);
  expect(onFailed).toHaveBeenCalledOnce();
});

it.each([{}, { email: "a@example.com" }, { password: "a long password" }, { email: "", password: "" }])(
  "%j signs no one in and doesn't query the database",
  async (given) => {
    const { authorize, onFailed } = wayIn();
    expect(await authorize(given)).toBeNull();
    expect(onFailed).not.toHaveBeenCalled();
  },
);
