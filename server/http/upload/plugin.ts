import type { Context } from "@orpc/server";
import type { FetchHandlerOptions, FetchHandlerPlugin } from "@orpc/server/fetch";
import { boundaryOf } from "./read-multipart.ts";
import { SpooledForm } from "./spool-form.ts";

/** Writes the files of forms to disk while they come in. Nothing is read before a handler asks for its input. */
export class UploadPlugin<T extends Context> implements FetchHandlerPlugin<T> {
  readonly #limitBytes: number;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  initRuntimeAdapter(options: FetchHandlerOptions<T>): void {
    options.adapterInterceptors ??= [];
    options.adapterInterceptors.unshift(async (call) => {
      const { request } = call;
      const boundary = boundaryOf(request.headers.get("content-type"));
      if (boundary === null || !request.body) return call.next();
      const form = new SpooledForm();
      const { url, method, headers, signal } = request;
      const spooling = new Request(url, { method, headers, signal });
      Object.defineProperty(spooling, "formData", {
        value: () => form.read(request.body, boundary, this.#limitBytes),
      });
      try {
        return await call.next({ ...call, request: spooling });
      } finally {
        await form.dispose();
      }
    });
  }
}
