/** Node's Buffer in a browser: nothing that runs there reads it. */
export const Buffer = undefined;
