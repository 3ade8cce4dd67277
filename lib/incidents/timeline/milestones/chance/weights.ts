/** Learned by `npm run learn:milestones`, not written: for each mark its weights in hundredths, a column for each of
 * impact_started, detected, responding, mitigation_started, mitigated, resolved. */
export const WEIGHTS = `
act | 2 -6 -26 0 3 -4
another found | -23 -61 -21 -32 -43 -26
answer | -10 -7 -7 3 -11 4
any | -18 -16 -7 -21 0 -12
bad | -3 -10 0 -18 14 0
before acknowledged | -23 -5 0 -2 -2 -1
before act | -20 2 7 0 1 2
before answer | 5 -11 0 3 -20 -14
before bad | 5 11 -8 -8 8 -14
before closed | -10 -7 -2 -9 7 8
before commander_assigned | -5 -3 1 -1 0 0
before declared | -7 1 -4 -5 -4 -2
before detected | 5 -44 0 -27 -3 1
before failure | 9 12 2 -39 -27 -18
before first_public_update | -10 3 -1 1 -1 0
before hearing | 23 -10 9 -25 0 -4
before impact_started | -25 -6 0 -12 -11 -2
before mitigated | -10 4 17 1 -13 -12
before mitigation_started | 3 7 14 -26 -25 4
before paged | -2 -11 0 -2 0 0
before recovery | -9 -3 -8 -12 -7 -21
before resolved | -7 1 -2 5 11 -23
before responding | 16 -14 -3 -5 -2 1
before response | 3 7 -12 5 -17 -5
before signal | -17 -41 -2 -11 -14 -6
before step | -7 4 8 -5 -12 4
before trigger_change | -3 0 0 -1 0 0
before trouble | 0 -3 -9 -18 -7 -19
before well | 16 1 2 20 6 -13
before work | -9 5 14 -5 7 -33
behind acknowledged | -8 -8 4 3 -2 0
behind act | 1 3 -9 -3 0 2
behind answer | -18 -39 -30 14 2 5
behind bad | -28 -29 -8 30 16 2
behind commander_assigned | -2 -2 0 1 -4 -10
behind declared | -1 -14 -3 7 -6 4
behind detected | -45 -36 3 -10 15 8
behind failure | -35 -19 4 3 5 -5
behind first_public_update | -12 -32 -26 -1 -14 7
behind hearing | -33 -26 -10 1 -5 3
behind impact_started | -13 16 0 5 5 6
behind mitigated | -9 -10 -1 -25 -35 10
behind mitigation_started | -26 -23 -9 -9 -1 3
behind paged | 2 -16 -6 8 -4 -5
behind recovery | -13 -19 -13 -35 -30 -6
behind resolved | -2 -8 0 -16 -8 -11
behind responding | -2 -11 -21 21 1 -1
behind response | -9 -6 -28 -8 -3 -3
behind signal | -24 -40 -1 6 -3 -7
behind step | -2 9 -14 -18 -2 1
behind trigger_change | -8 -4 4 -19 3 -2
behind trouble | -36 -16 4 8 6 -1
behind well | -11 -16 -11 -30 -11 6
behind work | -28 -26 -16 -3 7 5
brief | -3 -17 -1 0 -9 -33
clock in words | 40 5 -8 5 3 -2
failure | 19 21 -6 -4 -4 -2
first | 25 24 -7 -34 -8 -5
first act | -2 -1 3 -1 3 0
first answer | 5 5 25 11 -21 -2
first bad | 34 20 11 -9 -8 -3
first failure | 17 8 1 5 -7 -3
first hearing | 5 31 5 4 2 -1
first recovery | -16 -18 -2 -9 28 13
first response | -6 -9 5 17 -6 9
first signal | -18 37 -2 0 -2 -2
first step | -2 -3 6 13 4 -2
first third | 14 13 7 -30 -27 -20
first trouble | 6 -13 0 4 -4 -5
first well | -9 -9 -1 -1 -3 -3
first work | 10 8 4 -18 -2 -5
found | 48 37 32 42 38 37
found: A fix went live, and nothing failed after it | 0 0 0 4 0 0
found: It ended here, and no relief is told before | 0 0 0 0 7 0
found: It is called mitigated | 0 0 0 0 -3 0
found: It works again, and nothing failed after it | 0 0 0 0 0 5
found: Its words say so | 0 0 0 0 0 6
found: Its words say that the impact began | 9 0 0 0 0 0
found: Its words say that the outage ended | 0 0 0 0 0 4
found: Its words say that users were hit | 8 0 0 0 0 0
found: Its words tell of … as well | 1 2 0 0 0 2
found: Nothing got through from then on | 4 0 0 0 0 0
found: The change that the restart applied, before it got better | 0 0 0 2 0 0
found: The decision for the step that helped | 0 0 0 3 0 0
found: The first failure before anybody noticed | 7 0 0 0 0 0
found: The first hands-on work in the timeline | 0 0 32 0 0 0
found: The first of … events of kind … | 3 5 0 0 0 0
found: The first sign that it was better | 0 0 0 0 21 0
found: The first to hear of trouble | 0 2 0 0 0 0
found: The first trouble, and somebody answered it at once | 0 5 0 0 0 0
found: The last of … events of kind … | 0 0 0 0 0 -6
found: The last step before it got better | 0 0 0 -4 0 0
found: The last that was done before it got better | 0 0 0 2 0 0
found: The only event of kind … | 15 23 0 0 0 22
found: The rollback or fix was done, and nothing failed after it | 0 0 0 0 10 0
found: The source states it in a field of its own | 0 3 0 0 3 1
found: The step before it got better | 0 0 0 36 0 0
hearing | -5 21 -4 5 7 5
is acknowledged | 2 3 6 0 0 0
is closed | -1 -1 0 0 -2 -4
is commander_assigned | -1 -2 0 0 0 0
is declared | -2 -1 6 -2 0 0
is detected | -21 37 7 -2 -4 -2
is first_public_update | 10 16 3 -2 0 0
is impact_started | 48 -4 -4 0 -3 -1
is mitigated | -11 -12 3 -5 38 -2
is mitigation_started | -13 -10 -3 42 6 -7
is paged | 2 11 1 0 0 0
is resolved | -12 -9 -5 -7 13 37
is responding | -12 11 32 1 -5 -1
is trigger_change | 8 3 -2 -11 0 0
kind given | 4 5 -6 4 -2 -3
last | -23 -12 -15 -22 -15 17
last act | -2 -4 -14 -5 4 -15
last answer | 10 8 -6 3 2 -2
last bad | -17 -12 5 -11 3 -3
last but one | 8 -5 6 23 11 1
last failure | -4 20 -3 -4 -2 1
last hearing | 10 4 0 0 2 3
last recovery | -12 -15 -5 -1 7 36
last response | -3 0 -4 5 2 -4
last signal | -15 19 -2 0 -1 3
last step | -1 -7 -11 3 8 -14
last third | -32 -24 -21 0 8 17
last trouble | -10 5 -4 -8 12 -13
last well | -4 -6 -3 -4 16 13
last work | -2 -10 -14 -16 -13 11
long | 15 1 -4 -5 -7 -4
middle third | -7 -9 8 12 17 -10
of few | 20 11 -5 -1 8 3
of many | -27 -15 -10 2 0 -8
of several | -9 9 4 -1 9 -21
over 1 h after | 10 6 4 -13 -9 2
over 1 h before | -27 -7 12 -7 -6 -1
over 10 min after | -22 3 12 12 12 -25
over 10 min before | -20 -26 5 3 -17 3
over 6 h after | 10 -17 0 5 10 -7
over 6 h before | -2 20 -11 1 -7 2
recovery | -20 -21 -3 -11 -1 26
response | -6 -7 -21 16 -4 4
same time after | 19 4 3 10 -4 11
same time before | 35 19 15 9 -6 0
says acts | -10 -8 -11 38 -19 3
says announces | -6 -4 0 -1 -2 0
says bad | 7 2 -4 -4 1 7
says begins | 14 -11 16 7 -3 -3
says breaks | 4 -7 0 0 0 0
says brings_back | -1 0 -2 -4 4 0
says destroys | -4 -1 -2 -4 0 0
says eased | -5 -4 -1 0 -2 -2
says end_label | 0 0 0 1 3 4
says fails_wholly | 4 4 0 0 0 0
says faulty | 4 -1 -1 3 0 0
says fix_live | 4 -1 3 8 1 0
says found_out | 3 -3 4 -2 -4 -1
says harmed | 34 2 -1 -1 0 0
says heard | -6 28 -2 2 9 5
says hits_users | 11 6 -8 -5 35 12
says impact_label | 12 6 0 -2 0 0
says in_part | 6 -16 -9 -5 -4 -7
says in_vain | 0 0 3 -3 0 0
says looked_into | -10 20 23 1 -3 2
says names_cause | 2 -7 -7 5 3 6
says noticed | -8 19 4 3 -2 0
says over | -5 -10 -5 -2 -23 30
says partly_well | -9 -13 -1 -11 9 0
says partly_works | -2 -2 -1 1 2 -9
says repairs | -4 -1 0 3 -9 -5
says said_resolved | 0 -1 -2 -1 1 1
says seen_failing | 20 2 7 0 0 0
says status_post | 1 -6 -4 5 -1 4
says still_bad | -1 -9 -2 6 -2 -4
says troubled | -6 1 3 -12 -1 8
says watching | -3 -3 -1 11 10 -11
says well | -11 -10 -1 -7 10 5
says works | -2 -3 -2 0 7 10
second | 7 -8 17 -14 4 -2
signal | -25 22 -1 0 -3 1
step | -4 -13 -23 5 2 -4
tells acknowledged | 2 2 4 -1 0 0
tells alert_fired | -10 20 -2 0 -6 -2
tells alert_resolved | -1 -1 -1 1 -3 -1
tells automated_action | 3 0 0 -2 -2 -1
tells closed | -1 -1 0 0 -2 -5
tells commander_assigned | -1 -2 0 0 0 0
tells config_changed | -8 -4 0 5 0 1
tells customer_report | -19 -8 1 0 3 3
tells data_change | 0 2 0 -3 0 -2
tells decision | -5 -4 -2 -8 3 0
tells declared | -2 -1 6 -2 0 0
tells dependency_event | -8 -13 0 0 4 -2
tells deploy_finished | 9 -4 -2 7 6 -7
tells deploy_started | -4 3 0 -11 0 0
tells error_observed | 27 10 -9 -8 -3 -4
tells escalated | 2 -1 2 1 0 0
tells flag_off | 0 0 -2 5 0 0
tells hypothesis | -4 -2 0 1 -3 -2
tells impact_changed | -4 -4 3 -1 8 -9
tells impact_ended | -3 -1 -2 -5 17 -1
tells impact_started | 31 3 0 0 -1 0
tells infra_change | 5 -2 0 -1 0 0
tells internal_update | -2 -2 0 2 0 0
tells joined | 0 -1 4 3 0 0
tells metric_shift | 15 3 -3 -3 8 -5
tells migration | -2 0 0 -1 0 0
tells mitigated | -4 -2 7 -4 4 -1
tells mitigation_failed | -3 0 3 0 -3 -2
tells mitigation_started | 2 -6 -5 28 12 1
tells monitoring | -5 -4 -1 10 5 -24
tells observation | 7 16 15 -18 -18 -4
tells paged | 2 11 1 0 0 0
tells public_update | 3 7 4 -3 1 0
tells rerouted | -1 -1 -5 8 1 0
tells resolved | -6 -11 -4 -4 -15 35
tells restarted | 1 1 8 4 -1 2
tells rollback_finished | -2 -1 -5 -16 -2 5
tells rollback_started | -1 2 3 -3 0 1
tells scaled | -1 -1 -12 -9 0 -3
tells support_update | -2 -1 0 -5 0 0
trouble | 14 8 -8 -8 15 -16
well | -11 -10 -1 -7 10 5
with acknowledged | 3 3 6 0 0 0
with closed | -1 -1 0 0 -2 -4
with commander_assigned | -2 -2 0 0 0 0
with declared | -3 2 6 -2 0 0
with detected | -14 56 11 -2 -4 -2
with first_public_update | 9 19 4 1 0 0
with impact_started | 62 0 -2 -2 -3 -1
with mitigated | -12 -7 3 -3 43 1
with mitigation_started | -13 -7 0 45 7 -8
with paged | 2 15 2 0 -2 0
with resolved | -13 -4 -6 -7 7 45
with responding | -11 13 35 1 -3 -1
with trigger_change | 8 3 -2 -11 0 0
work | -35 -22 -8 -8 -8 6
`;
