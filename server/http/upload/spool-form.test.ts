import fc from "fast-check";
import { expect, it } from "vitest";
import { pathOfFile } from "#server/base/kernel/spooled-file.ts";
import { boundaryOf } from "./read-multipart.ts";
import { SpooledForm } from "./spool-form.ts";

/** Returns what a browser sends for a form, cut into pieces of this many bytes. */
async function sent(form: FormData, pieceBytes: number) {
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const bytes = new Uint8Array(await request.arrayBuffer());
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.slice(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return { body, size: bytes.length, boundary: boundaryOf(request.headers.get("content-type")) ?? "" };
}

it("reads a form unchanged, wherever it is cut, with its files on disk", async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom("\r\n--", "\r\n\r\n", "").map((text) => new TextEncoder().encode(text)),
  );
  const name = fc.constantFrom("notes.md", 'a"b.csv', "für später.json");
  await fc.assert(
    fc.asyncProperty(
      content,
      name,
      fc.string({ maxLength: 30 }),
      fc.integer({ min: 1, max: 120 }),
      async (bytes, filename, field, pieceBytes) => {
        const form = new FormData();
        form.append("zone", field.replace(/[\r\n]/g, ""));
        form.append("file", new File([new Uint8Array(bytes)], filename, { type: "text/plain" }));
        const { body, boundary, size } = await sent(form, pieceBytes);
        const spooled = new SpooledForm();
        const read = await spooled.read(body, boundary, size);
        const file = read.get("file");
        expect(read.get("zone")).toBe(form.get("zone"));
        if (!(file instanceof File)) throw new Error("no file came through");
        expect([file.name, file.size, pathOfFile(file)]).toEqual([filename, bytes.length, expect.any(String)]);
        expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(bytes));
        await spooled.dispose();
      },
    ),
    { numRuns: 60 },
  );
});

it("rejects a form beyond its limit, and one that ends too early", async () => {
  const form = new FormData();
  form.append("file", new File(["x".repeat(5000)], "a.csv"));
  const large = await sent(form, 100);
  const refused = new SpooledForm();
  await expect(refused.read(large.body, large.boundary, 1000)).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
  await refused.dispose();
  const cut = await sent(form, 1000);
  const reader = cut.body.getReader();
  const { value } = await reader.read();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (value) controller.enqueue(value);
      controller.close();
    },
  });
  const spooled = new SpooledForm();
  await expect(spooled.read(body, cut.boundary, 1e6)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await spooled.dispose();
});
