/** A signed-in person, by cookie as in a browser or by token as in a program. */
export class Api {
  constructor(url, headers = {}) {
    this.url = url;
    this.headers = headers;
  }

  /** Returns the JSON of a response. Throws with the problem if the request was rejected. */
  async call(method, path, body) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 1000)}`);
    return JSON.parse(text);
  }

  get = (path) => this.call("GET", path);
  post = (path, body = {}) => this.call("POST", path, body);

  /** Milliseconds from the request to the last byte of its answer. */
  async time(method, path, body) {
    const started = performance.now();
    await this.call(method, path, body);
    return performance.now() - started;
  }
}

const PASSWORD = "measured by the clock";

/** Creates the admin with the code from the log. Returns {api, cookie}. */
export async function setUp(afterword) {
  const email = "admin@example.com";
  const visitor = new Api(afterword.url);
  await visitor.post("/set-up", { code: await afterword.setUpCode(), name: "Ada Admin", email, password: PASSWORD });
  return signIn(afterword.url, email, ["read", "write", "admin"]);
}

/** Invites someone as the admin and accepts the invitation. Returns {api, cookie}, the api by token. */
export async function join(afterword, admin, { name, role }) {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;
  const { url } = await admin.api.post("/invitations", { email, role });
  const token = new URL(url).pathname.split("/").at(-1);
  await new Api(afterword.url).post("/invitations/accept", { token, name, password: PASSWORD });
  return signIn(afterword.url, email, ["read", "write"]);
}

/** Signs in as the page does, and creates a personal token. */
export async function signIn(url, email, scopes, password = PASSWORD) {
  const started = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await started.json();
  const form = new URLSearchParams({ email, password, csrfToken, json: "true" });
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookiesOf(started),
      origin: new URL(url).origin,
    },
    body: form,
    redirect: "manual",
  });
  const cookie = cookiesOf(answer);
  const { secret } = await new Api(url, { cookie, origin: new URL(url).origin }).post("/tokens", {
    name: "bench",
    scopes,
  });
  return { api: new Api(url, { authorization: `Bearer ${secret}` }), cookie };
}

const cookiesOf = (response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
