/** Learned by `npm run learn:milestones`, not written: for each mark its weights in hundredths, a column for each of
 * impact_started, detected, responding, mitigation_started, mitigated, resolved. */
export const WEIGHTS = `
act | 2 -6 -26 -1 3 -3
another found | -23 -62 -25 -33 -46 -28
answer | -11 -7 -7 4 -9 6
any | -17 -16 -7 -21 -1 -11
bad | -3 -10 2 -16 12 0
before acknowledged | -23 -5 0 -2 -2 -1
before act | -20 1 7 -1 2 0
before answer | 6 -11 1 2 -20 -14
before bad | 4 10 -7 -8 7 -13
before closed | -10 -7 -2 -9 7 8
before commander_assigned | -5 -3 1 -1 0 0
before declared | -7 1 -4 -5 -4 -2
before detected | 5 -44 0 -26 -3 1
before failure | 8 12 1 -37 -28 -20
before first_public_update | -10 1 -2 1 -1 0
before hearing | 23 -11 5 -24 1 -4
before impact_started | -25 -5 -1 -12 -11 -2
before mitigated | -9 8 13 2 -15 -12
before mitigation_started | 3 7 18 -27 -26 3
before paged | -2 -10 0 -2 0 0
before recovery | -9 -3 -9 -11 -6 -20
before resolved | -7 0 -3 4 10 -26
before responding | 16 -16 -2 -5 -2 0
before response | 2 8 -10 5 -18 -4
before signal | -17 -39 -3 -11 -14 -5
before step | -7 3 7 -5 -11 2
before trigger_change | -3 0 0 -1 0 0
before trouble | 0 -4 -7 -20 -7 -19
before well | 16 1 5 18 5 -14
before work | -9 6 13 -5 7 -32
behind acknowledged | -8 -8 4 3 -2 0
behind act | 0 2 -10 -3 1 4
behind answer | -16 -37 -28 13 1 6
behind bad | -27 -28 -8 30 16 2
behind commander_assigned | -2 -2 0 1 -4 -10
behind declared | -1 -15 -4 7 -6 5
behind detected | -45 -36 3 -9 15 7
behind failure | -34 -19 5 2 8 -4
behind first_public_update | -10 -29 -23 -3 -17 9
behind hearing | -33 -26 -9 1 -5 2
behind impact_started | -13 16 1 6 5 4
behind mitigated | -9 -10 -1 -25 -35 10
behind mitigation_started | -26 -23 -9 -9 0 1
behind paged | 2 -16 -7 8 -4 -5
behind recovery | -11 -18 -11 -35 -28 -3
behind resolved | -2 -8 -1 -15 -8 -11
behind responding | -6 -19 -25 21 0 -5
behind response | -9 -7 -28 -8 -2 -5
behind signal | -25 -41 -2 6 -4 -7
behind step | -3 8 -15 -17 -1 2
behind trigger_change | -8 -4 4 -20 3 -2
behind trouble | -36 -16 6 7 9 -2
behind well | -10 -16 -11 -30 -10 8
behind work | -27 -25 -17 -3 8 4
brief | -3 -16 -3 0 -7 -32
clock in words | 40 6 -11 5 1 -1
failure | 19 21 -7 -5 -3 -1
first | 24 23 -6 -33 -11 -4
first act | -1 -1 2 -2 4 0
first answer | 3 5 23 11 -21 -2
first bad | 34 19 11 -9 -7 -3
first failure | 17 7 0 5 -5 -2
first hearing | 5 32 8 4 2 -1
first recovery | -17 -18 -2 -10 25 11
first response | -6 -9 5 19 -6 10
first signal | -18 36 -3 0 -2 -2
first step | -2 -3 5 11 5 -3
first third | 14 13 7 -30 -31 -21
first trouble | 6 -14 -1 4 -4 -3
first well | -9 -8 0 -2 -3 -4
first work | 9 6 5 -17 -4 -4
found | 47 39 34 43 37 39
found: A fix went live, and nothing failed after it | 0 0 0 4 0 0
found: It ended here, and no relief is told before | 0 0 0 0 8 0
found: It is called mitigated | 0 0 0 0 -2 0
found: It works again, and nothing failed after it | 0 0 0 0 0 5
found: Its words say so | 0 0 0 0 0 5
found: Its words say that the impact began | 9 0 0 0 0 0
found: Its words say that the outage ended | 0 0 0 0 0 3
found: Its words say that trouble was noticed | 0 2 0 0 0 0
found: Its words say that users were hit | 8 0 0 0 0 0
found: Its words tell of … as well | 1 2 0 0 0 2
found: Nothing got through from then on | 4 0 0 0 0 0
found: The change that the restart applied, before it got better | 0 0 0 2 0 0
found: The decision for the step that helped | 0 0 0 3 0 0
found: The first failure before anybody noticed | 7 0 0 0 0 0
found: The first hands-on work in the timeline | 0 0 34 0 0 0
found: The first of … events of kind … | 3 5 0 0 0 0
found: The first sign that it was better | 0 0 0 0 19 0
found: The first trouble, and somebody answered it at once | 0 5 0 0 0 0
found: The last of … events of kind … | 0 0 0 0 0 -6
found: The last that was done before it got better | 0 0 0 2 0 0
found: The only event of kind … | 15 23 0 0 0 23
found: The rollback or fix was done, and nothing failed after it | 0 0 0 0 10 0
found: The source states it in a field of its own | 0 3 0 0 3 1
found: The step before it got better | 0 0 0 34 0 0
hearing | -5 22 -3 5 8 5
is acknowledged | 2 2 6 0 0 0
is closed | -1 -1 0 0 -2 -4
is commander_assigned | -1 -2 0 0 0 0
is declared | -2 -2 6 -2 0 0
is detected | -21 39 9 -2 -4 -2
is first_public_update | 9 17 6 -2 0 0
is impact_started | 47 -5 -2 0 -3 -1
is mitigated | -12 -12 3 -4 37 0
is mitigation_started | -13 -10 -3 43 6 -5
is paged | 2 11 1 0 0 0
is resolved | -13 -9 -5 -5 14 39
is responding | -8 16 34 1 -5 -1
is trigger_change | 8 3 -2 -11 0 0
kind given | 5 7 -5 4 -1 -3
last | -23 -10 -13 -23 -16 17
last act | -2 -4 -12 -5 4 -14
last answer | 11 11 -8 3 1 -1
last bad | -16 -11 5 -11 4 -2
last but one | 7 -8 5 23 12 2
last failure | -4 19 -2 -4 -1 1
last hearing | 11 5 3 0 2 3
last recovery | -13 -15 -5 -2 5 34
last response | -3 -1 -3 5 2 -3
last signal | -16 18 -2 0 -1 2
last step | -1 -7 -9 3 8 -14
last third | -32 -25 -21 -1 10 16
last trouble | -11 5 0 -5 10 -11
last well | -5 -6 -3 -2 13 13
last work | -2 -11 -14 -16 -14 11
long | 17 3 -4 -5 -7 -4
middle third | -6 -8 8 12 18 -9
of few | 20 11 -2 -1 5 3
of many | -27 -14 -11 2 -1 -8
of several | -10 11 -3 0 11 -20
over 1 h after | 11 7 5 -13 -6 2
over 1 h before | -27 -6 9 -9 -8 -3
over 10 min after | -22 4 11 11 9 -26
over 10 min before | -19 -26 8 4 -16 5
over 6 h after | 9 -18 -1 8 10 -4
over 6 h before | -2 20 -11 1 -7 2
recovery | -20 -21 -4 -13 -2 24
response | -6 -7 -21 17 -4 5
same time after | 19 4 3 10 -4 11
same time before | 35 18 13 9 -5 1
says acts | -11 -8 -11 39 -21 4
says announces | -6 -4 0 -1 -2 0
says bad | 8 3 1 -4 1 5
says begins | 13 -11 14 8 -2 -3
says breaks | 4 -7 0 0 0 0
says brings_back | -1 0 -2 -4 4 0
says destroys | -4 -1 -1 -4 0 0
says eased | -5 -4 -1 -1 -2 -2
says end_label | 0 0 0 1 3 3
says fails_wholly | 4 4 0 0 0 0
says faulty | 4 0 -2 2 0 0
says fix_live | 4 -1 3 8 1 0
says found_out | 4 -1 4 -2 -4 -1
says harmed | 33 2 1 -1 0 0
says heard | -7 26 -2 2 9 5
says hits_users | 11 4 -8 -3 30 13
says impact_label | 12 6 0 -2 0 0
says in_part | 6 -17 -9 -5 -4 -7
says in_vain | 0 0 3 -3 0 0
says looked_into | -11 19 23 1 -2 3
says names_cause | 2 -7 -8 5 3 6
says noticed | -8 20 4 3 -1 0
says over | -4 -10 -5 -2 -24 27
says partly_well | -8 -12 0 -9 9 0
says partly_works | -2 -2 -1 1 2 -9
says repairs | -4 -1 0 2 -9 -5
says said_resolved | 0 -1 -2 -1 1 1
says seen_failing | 20 5 8 0 0 0
says status_post | 0 -4 0 4 -4 3
says still_bad | -1 -9 -2 6 -2 -4
says troubled | -6 0 6 -13 -1 6
says watching | -3 -2 0 10 9 -10
says well | -10 -10 0 -6 10 6
says works | -2 -3 -2 0 8 10
second | 8 -5 13 -13 2 -4
signal | -25 21 -2 0 -3 0
step | -4 -13 -23 4 3 -3
tells acknowledged | 2 2 4 -2 0 0
tells alert_fired | -11 20 -3 0 -6 -2
tells alert_resolved | -1 -1 -1 1 -3 -1
tells automated_action | 3 0 0 -2 -1 -1
tells closed | -1 -1 0 0 -2 -5
tells commander_assigned | -1 -2 0 0 0 0
tells config_changed | -8 -4 0 6 0 1
tells customer_report | -19 -8 1 0 3 2
tells data_change | 0 2 0 -3 0 -2
tells decision | -5 -4 -2 -8 3 0
tells declared | -2 -2 6 -2 0 0
tells dependency_event | -9 -13 0 0 4 -2
tells deploy_finished | 9 -3 -2 8 6 -7
tells deploy_started | -4 3 0 -11 0 0
tells error_observed | 27 8 -8 -8 -2 -3
tells escalated | 2 -1 2 1 0 0
tells flag_off | 0 0 -2 5 0 0
tells hypothesis | -4 -2 0 1 -3 -2
tells impact_changed | -3 -4 3 2 7 -5
tells impact_ended | -4 -1 -2 -5 15 -1
tells impact_started | 31 4 0 -1 -1 0
tells infra_change | 5 -2 0 -4 0 0
tells internal_update | -2 -2 0 2 0 0
tells joined | 0 -1 3 3 0 0
tells metric_shift | 15 4 1 -4 8 -6
tells migration | -2 0 0 -1 0 0
tells mitigated | -4 -2 8 -5 4 -3
tells mitigation_failed | -3 0 3 0 -3 -2
tells mitigation_started | 2 -7 -6 28 12 1
tells monitoring | -4 -4 -1 9 4 -23
tells observation | 7 15 15 -17 -18 -4
tells paged | 2 11 1 0 0 0
tells public_update | 4 9 4 -3 1 0
tells rerouted | -1 -1 -5 8 1 0
tells resolved | -6 -10 -3 -5 -15 33
tells restarted | 1 1 8 3 -1 2
tells rollback_finished | -2 -1 -5 -16 -2 4
tells rollback_started | -1 2 3 -3 0 1
tells scaled | -1 -1 -11 -7 0 0
tells support_update | -3 -1 0 -5 0 0
trouble | 14 9 -4 -6 14 -12
well | -10 -10 0 -6 10 6
with acknowledged | 2 3 6 0 0 0
with closed | -1 -1 0 0 -2 -4
with commander_assigned | -2 -2 0 0 0 0
with declared | -3 2 6 -2 0 0
with detected | -14 56 13 -2 -4 -2
with first_public_update | 8 19 6 1 0 0
with impact_started | 62 -1 -1 -2 -3 -1
with mitigated | -13 -7 2 -2 42 2
with mitigation_started | -13 -7 0 46 7 -6
with paged | 1 15 2 0 -1 0
with resolved | -14 -5 -6 -5 8 47
with responding | -5 19 36 0 -3 -1
with trigger_change | 8 3 -2 -11 0 0
work | -35 -22 -8 -8 -10 6
`;
