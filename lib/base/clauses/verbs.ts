/**
 * The verbs for what happens in an incident: "deploy", "rise/rose/risen" with past and participle, and `stop*` where
 * the last letter doubles. Any other verb is unknown, so its sentence gives no result rather than a wrong one.
 */
export const VERBS = `
ban* redact scrub* sanitise sanitize render retract shutdown/shutdown witness refine crashloop crash-loop taint untaint overflow leak launch lag* spawn whitelist blacklist accept ack acknowledge activate add adjust admit* advise affect agree aim alert allow alter analyse analyze announce
answer anticipate appear apply appoint archive argue arrange arrive ask assemble assign assist assume attach attempt
attend autoscale avoid await backport be beat become/became/become begin*/began/begun believe belong block boot bounce
break/broke/broken bring/brought build/built bump buy/bought bypass cache call cancel carry cause change check
choose/chose/chosen claim clean clear climb close collect come/came/come commence commit* communicate compare compile
complain complete conclude configure confirm connect consider contact continue contribute convert cordon correct
correlate corrupt crash create cull cut*/cut deactivate debug* decide declare decline decommission decrease deem
degrade delay delegate delete demand depend deploy describe deserve destroy detach detect determine develop diagnose die
direct disable disappear discard discover discuss dismiss dispatch disrupt divert do/did/done double downgrade
downscale draft drain draw/drew/drawn drop* edit elevate email enable encounter end enforce engage ensure enter equal erase
escalate establish estimate evaluate evict examine exceed exclude execute exhaust exist expand expect experience
expire explain expose extend extract face fade fail failover fall/fell/fallen figure file fill find/found finish fire
fix flag* flap* flip* flood flush follow forget*/forgot/forgotten fork free freeze/froze/frozen gain gather generate
get*/got give/gave/given go/went/gone grant grow/grew/grown guess halt hand handle hang/hung happen hear/heard help
hit*/hit hope hotfix hypothesize identify ignore implement imply impose improve increase indicate inform initiate
inject insert inspect install intend interrupt introduce invalidate invent invest investigate invite invoke isolate
issue join keep/kept kill know/knew/known lack land last lay/laid lead/led lean learn leave/left let*/let level
lie/lay/lain limit link list listen live load lock log* look lose/lost love lower maintain make/made manage mark max
mean/meant measure meet/met mention merge message migrate miss mitigate modify monitor move narrow need normalize note
notice notify observe obtain occupy occur* offer offline onboard open operate opt* optimise optimize order overload overwrite/overwrote/overwritten
overwhelm owe own page patch pause pay/paid peak perform permit* persist persuade pick pin* ping plan* plateau plummet
point poll post power prefer* prepare prevent process promote prompt propagate propose prove provide provision provoke
prune publish pull purge push put*/put qualify quarantine question queue raise re-deploy re-enable re-open re-route
re-run reach react realise realize reassign rebalance reboot rebuild/rebuilt recall receive reckon recognise recognize
recommend reconfigure reconnect recover recreate recycle redeploy redirect redo/redid/redone reduce refer* reflect
refuse regain regret* reinstall reinstate reject rejoin relate relay release reload rely remain remediate remember
remind remount remove rename renew reopen repair repeat replace replay replicate reply report represent reproduce
request require reroute rerun/reran reschedule resemble reserve reset/reset resize resolve respawn respond restart
restore restrict resume resync retire retry return reveal revert review revoke rewrite/rewrote/rewritten
ride/rode/ridden ring/rang/rung rise/rose/risen roll rollback rotate route rule run*/ran/run rush sample saturate save
say/said scale schedule scream seal search see/saw/seen seek/sought seem sell/sold send/sent separate serve set*/set
settle setup share shift ship* show/showed/shown shrink/shrank/shrunk shut*/shut sign silence sit*/sat skip* slow
sound speak/spoke/spoken spend/spent spike spin*/spun split*/split spot* spread/spread stabilise stabilize stall
stand/stood start starve state stay step* stick/stuck stop* streamline struggle submit* subside succeed suffer suggest
supply surface surge suspect suspend swap* switch sync take/took/taken teach/taught tell/told tend terminate test
think/thought throttle throw/threw/thrown ticket tie tighten time toggle trace transfer* transition translate treat
triage trial trigger triple try tune turn tweak tweet unblock uncordon understand/understood undo/undid/undone
unfreeze uninstall unlock unmount unpause update upgrade upload upscale use vacuum validate vanish vary verify violate
visit vote wait wake/woke/woken want warn watch wear/wore/worn weigh welcome win*/won wipe wish
withdraw/withdrew/withdrawn wonder work worry wrap* write/wrote/written yield
abort absorb acquire amend assess authorise authorize backfill blame brief burst capture collapse compromise consume
converge cycle deliver demote deplete deteriorate disband disconnect dissipate document drift dump e-mail elect emerge
empty evacuate exhibit exploit export failback falter fetch finalise finalize forward halve heal hold/held hop* hover import
induce inundate jam* kick knock label lift lodge loop malfunction misbehave misconfigure mute oversee/oversaw/overseen
pinpoint place plug* populate power-cycle proceed produce quadruple quit*/quit ramp reallocate reassure recede reclaim
reconcile record recur* refill refresh register regress reimage reindex relaunch relieve repoint repopulate reprocess
reprovision resend/resent reseed resurface retest retrieve reuse scramble seize sever shed*/shed sort stem* strain
summarise summarize survive sweep/swept swing/swung tackle track trip* troubleshoot/troubleshot uncover
undergo/underwent/undergone unlink unmute unplug* unpublish unset*/unset unwind/unwound warm withhold/withheld yank
re-deliver redeliver distribute postpone defer abandon worsen widen intensify convene advertise cure involve pass classify reappear vet allocate peg* crawl hijack inflict null-route blackhole relocate unpin solve impair contain truncate jump reattach copy pile eject
control* re-launch rectify remedy reapply re-apply resubmit requeue re-queue re-sync reissue re-issue retrigger re-trigger re-create re-add re-index reinitialise
reinitialize initialise initialize revive rescue salvage untangle unclog cherry-pick tag* commission adopt balk brick buckle choke clog congest
cripple deadlock diverge fault lapse misfire misroute panic/panicked segfault sputter stutter thrash topple cease balloon
soar skyrocket creep/crept dwindle taper ease ebb abate flatten rebound cascade overheat flicker wobble overrun/overran
perceive catch/caught broadcast circulate disclose clarify apologise apologize phone dial clone overshoot/overshot breach achieve attain
bootstrap fence rehome re-home reshard offload summon mobilise mobilize coordinate consult enlist approve deny forbid/forbade/forbidden
disprove harden loosen wane normalise nosedive plunge tank refund rewind/rewound`;

/** Verbs that are nouns just as often. */
export const NOUN_PRONE =
  "alert report request error update issue page release check change log test crash spike ticket work load limit power fix patch cause lead set cut hit state step file point place use order map post end time deploy restart increase decrease drop surge rise return read cache queue plan search need access handle stall fire drain group rollback failover email e-mail message tweet call ping push launch block probe record post share switch loop trip dump burst import export label track host build monitor review upgrade attempt contact transfer visit query book form time flow lift range note object value sample dip climb view result level own power control tag fault lapse breach fence tank phone clone panic catch ease";
/** Verbs whose past form describes a noun at the start of a clause: "failed requests". */
export const DESCRIBING =
  "attempt elevate degrade fail automate schedule plan relate affect increase reduce delay prolong limit rotate know expect isolate corrupt follow patch fix update stick deprecate duplicate miss leak compromise steal suspect";
/** Verbs without an object: "errors dropped" isn't a passive. */
export const INTRANSITIVE =
  "reappear surface rise fall drop spike climb fail crash recover begin start stop go come happen occur return peak surge grow increase decrease stabilise stabilize normalize subside persist remain continue stall hang time degrade die appear disappear improve join work flap resume plateau double shrink crashloop crash-loop restart reboot respawn migrate end complete finish succeed expire halt agree decide fire trigger clear collapse deteriorate emerge falter recur resurface subside heal catch vanish proceed spread flap soar skyrocket plunge nosedive dwindle taper ebb abate wane rebound flatten cease balloon creep overheat lapse deadlock panic segfault diverge flicker wobble normalise tank ease";
/** Verbs whose past form equals the base form. */
export const SAME_PAST = "shutdown hit cut put set let shut split spread reset shed unset quit";
/** Verbs for the progress of another act. */
export const LIGHT =
  "begin start initiate commence attempt try continue keep finish complete stop resume trigger launch";
/** "Marked as resolved": the words after "as" belong to the verb. */
export const NAMING = "mark treat declare classify consider flag set confirm";
/** Verbs of noticing. What follows is introduced as seen. */
export const SEEING = "detect note notice observe see show spot";
