// Sends one load and prints its status. A separate program, so it doesn't slow the measurement.
import { openAsBlob } from "node:fs";

const [url, path, filename, type, authorization] = process.argv.slice(2);
const headers = authorization === "" ? {} : { authorization };
const blob = await openAsBlob(path);
const form = new FormData();
form.append("file", new File([blob], filename));
form.append("zone", "UTC");
const json = { headers: { ...headers, "content-type": "application/json" }, body: blob };
try {
  const answer = await fetch(url, { method: "POST", ...(type === "form" ? { headers, body: form } : json) });
  await answer.arrayBuffer();
  console.log(answer.status);
} catch {
  // A server that has rejected a request closes the connection while the rest is still being sent.
  console.log("closed");
}
