export { sendPost } from "./send-post.ts";
export { createChannel, listChannels, testChannel, updateChannel } from "./write.ts";
