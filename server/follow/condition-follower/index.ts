export { followerIdsOf, followersOf, startFollowing, stopFollowing } from "./followers.ts";
export { type FollowedFactor, followedThrough, tellConditionFollowers } from "./tell.ts";
