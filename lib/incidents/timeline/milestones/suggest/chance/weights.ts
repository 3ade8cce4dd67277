/** Learned by `npm run learn:milestones`, not written: for each mark its weights in hundredths, a column for each of
 * impact_started, detected, responding, mitigation_started, mitigated, resolved. */
export const WEIGHTS = `
act | 11 -10 -29 9 9 -5
another found | -31 -53 -19 -33 -30 -22
answer | -15 -3 -4 -6 -10 -1
any | -24 -20 -17 -22 -17 -19
bad | -5 -2 -7 -22 9 6
before acknowledged | -15 -2 -5 -2 -1 0
before act | -17 -2 6 -7 -14 -21
before answer | 11 -12 -5 -5 -25 -13
before bad | 7 3 -3 -4 -5 -18
before closed | -3 -8 -8 -7 4 9
before commander_assigned | -3 -3 1 -2 0 0
before declared | -9 -6 -9 -2 0 6
before detected | 27 -46 -5 -35 -14 -4
before failure | 10 9 -5 -39 -42 -29
before first_public_update | -16 0 -8 7 5 2
before hearing | 24 -9 -3 -33 4 -1
before impact_started | -34 -12 2 -13 -6 2
before mitigated | 3 8 23 1 -22 -27
before mitigation_started | 8 20 10 -17 -34 -2
before paged | -3 -5 -2 -2 -1 0
before recovery | -7 2 -5 -6 5 -31
before resolved | -7 3 -5 12 21 -28
before responding | 12 -25 -4 -6 -4 -1
before response | 6 8 -13 12 -9 -3
before signal | -9 -32 -3 -17 -14 -4
before step | -5 0 2 -13 -23 -9
before trigger_change | -11 -2 0 -2 0 0
before trouble | -3 -2 -3 -14 -19 -26
before well | 7 1 7 18 17 -25
before work | -17 -7 5 -4 0 -39
behind acknowledged | -8 -13 -4 5 -3 -1
behind act | 3 6 -13 4 3 8
behind answer | -23 -50 -28 25 0 7
behind bad | -27 -21 -13 23 12 9
behind commander_assigned | -1 -1 1 0 -3 -6
behind declared | -2 -16 -5 4 -7 -2
behind detected | -41 -33 1 -13 9 7
behind failure | -30 -16 2 12 8 7
behind first_public_update | -14 -26 -21 -7 -5 7
behind hearing | -33 -31 -12 2 3 -8
behind impact_started | -17 7 2 11 7 -3
behind mitigated | -12 -15 -1 -24 -18 7
behind mitigation_started | -30 -25 -12 -23 1 3
behind paged | 2 -12 -3 5 -3 -2
behind recovery | -20 -22 -12 -14 -29 -9
behind resolved | -4 -11 2 -14 -2 -5
behind responding | -1 -17 -20 11 -4 7
behind response | -6 -13 -27 -16 -8 -2
behind signal | -27 -32 -8 4 -5 8
behind step | 1 13 -19 -9 0 6
behind trigger_change | -19 -10 3 -18 -8 -6
behind trouble | -33 -15 0 12 12 7
behind well | -12 -18 -15 -30 -2 13
behind work | -24 -22 -11 -13 -18 -3
brief | -2 -2 7 10 -9 -23
clock in words | 16 9 -9 3 3 -2
failure | 0 8 -6 -4 -22 -13
first | 26 14 -12 -40 -28 -14
first act | 15 -11 5 12 0 2
first answer | 3 4 27 0 -1 -6
first bad | 26 23 -1 -14 -10 -11
first failure | 9 17 -5 -8 -16 -10
first hearing | 10 41 3 -1 -5 -5
first recovery | -16 -16 -5 -6 37 20
first response | -9 -15 7 25 6 6
first signal | -10 26 -3 -1 -3 -2
first step | 1 -6 8 25 3 5
first third | 6 9 8 -41 -42 -35
first trouble | 9 -5 -8 -9 -14 -12
first well | -7 -9 0 2 8 1
first work | 11 -2 -1 -17 1 -2
found | 35 38 35 36 34 21
hearing | -3 26 -3 7 -2 6
is acknowledged | 3 3 4 0 0 0
is closed | 0 -1 -1 0 -9 1
is commander_assigned | -1 -2 0 0 0 0
is declared | 2 -2 9 -2 -5 -5
is detected | -4 38 8 -3 -6 -3
is first_public_update | 4 15 5 -4 -3 -6
is impact_started | 35 -7 -9 -6 -9 -7
is mitigated | -11 -11 2 -8 34 6
is mitigation_started | -15 -12 -1 36 27 1
is paged | 1 7 2 0 0 0
is resolved | -11 -8 -6 -2 8 21
is responding | -7 11 35 -6 -4 -1
is trigger_change | 5 0 -2 -6 -2 -1
kind given | -2 -1 -9 6 3 -1
last | -27 -12 -18 -20 -18 29
last act | -2 -4 -13 -5 20 2
last answer | 9 13 -11 -9 -15 -11
last bad | -17 -6 1 -16 3 -6
last but one | -6 -8 3 28 11 13
last failure | -6 14 0 -2 -15 -7
last hearing | 17 7 5 3 -2 3
last recovery | -11 -15 -7 0 8 31
last response | -7 -3 -4 -7 -4 -5
last signal | -6 5 1 0 -1 2
last step | -1 -1 -9 -4 5 -7
last third | -35 -30 -31 3 25 31
last trouble | -3 -2 -2 -10 -4 -16
last well | -5 -7 -6 3 9 14
last work | -20 -13 -15 -16 -8 34
likely acknowledged | -3 11 17 -1 -2 0
likely alert_fired | -2 26 -6 -3 -6 -1
likely alert_resolved | -2 -1 -1 0 1 -2
likely automated_action | 11 0 -4 0 -7 -3
likely closed | -1 -1 0 0 -7 4
likely commander_assigned | 0 -2 0 0 0 0
likely config_changed | -2 -1 2 -5 2 -6
likely customer_report | -10 5 -4 -1 3 3
likely data_change | -8 -5 -12 2 2 3
likely decision | -3 -2 -1 -3 6 2
likely declared | -4 2 5 -2 -4 -3
likely dependency_event | -21 -10 -7 -2 6 -1
likely deploy_finished | 2 -5 -8 0 7 6
likely deploy_started | -8 4 0 12 3 6
likely error_observed | 27 33 -6 -30 -28 -13
likely escalated | -2 0 -5 -7 0 0
likely flag_changed | -2 0 3 2 -2 0
likely flag_off | -2 0 5 4 1 -1
likely hypothesis | -3 2 0 0 -1 0
likely impact_changed | 5 -8 -3 -3 9 -2
likely impact_ended | -15 -18 -6 -15 17 13
likely impact_started | 58 15 -4 -4 -11 -13
likely infra_change | -8 -10 -6 -13 2 -3
likely internal_update | 5 3 -2 -1 0 0
likely joined | 3 1 -6 1 0 0
likely metric_shift | 6 11 -1 -4 10 7
likely migration | -2 2 0 -3 3 3
likely mitigated | -9 -5 -5 12 40 -10
likely mitigation_failed | 0 -15 1 -14 -12 -6
likely mitigation_started | -5 -3 20 42 12 10
likely monitoring | -4 -4 -1 7 11 -10
likely observation | -16 -11 18 -13 -21 -6
likely paged | -5 6 1 0 0 0
likely public_update | -8 -7 -13 11 -3 -1
likely rerouted | 0 0 -1 2 -1 0
likely resolved | -3 -13 -5 -10 15 19
likely restarted | 0 -7 15 3 11 4
likely rollback_finished | -3 -1 3 -12 1 5
likely rollback_started | -1 0 4 -10 -11 9
likely scaled | -3 -2 -5 6 3 -1
long | 8 2 -5 -2 -7 -8
maybe acknowledged | -4 16 22 -6 2 3
maybe alert_fired | 19 32 -8 -10 -7 0
maybe alert_resolved | -2 3 -4 3 7 0
maybe automated_action | 1 -6 -4 0 -1 2
maybe closed | -2 -4 -1 0 -10 2
maybe commander_assigned | 0 -2 0 0 0 0
maybe config_changed | 0 -11 -3 -10 -17 -11
maybe customer_report | -5 2 -7 4 -1 3
maybe data_change | 2 3 -10 -9 9 -4
maybe decision | -11 -2 -9 -5 -5 1
maybe declared | 4 6 7 -4 -4 0
maybe dependency_event | -8 5 0 -3 -4 -4
maybe deploy_finished | -11 -12 -3 -4 -3 4
maybe deploy_started | 6 9 -9 -10 -12 7
maybe error_observed | 14 -8 -10 -20 -19 4
maybe escalated | -6 3 -8 -3 -4 -2
maybe flag_changed | -2 0 2 -1 -6 -2
maybe flag_off | 0 0 2 5 1 -3
maybe hypothesis | -8 2 2 1 -4 -2
maybe hypothesis_rejected | -3 -5 -2 -1 5 0
maybe impact_changed | -10 -38 -5 -5 22 -10
maybe impact_ended | 14 3 -14 -10 -17 -2
maybe impact_started | 51 14 1 -5 0 -19
maybe infra_change | -13 -13 -6 12 -12 -13
maybe internal_update | -1 8 -1 -11 -4 -3
maybe joined | 3 8 -6 -3 2 -4
maybe metric_shift | -4 -7 -1 -15 5 12
maybe migration | 1 1 0 1 2 4
maybe mitigated | 4 -1 -16 8 16 -15
maybe mitigation_failed | -1 8 -3 -19 -13 -2
maybe mitigation_started | -3 1 5 18 -7 -14
maybe monitoring | 0 3 1 7 7 -10
maybe observation | -39 -18 -3 -11 -16 -24
maybe paged | -4 10 -7 -3 -1 -1
maybe public_update | -8 -8 -6 -5 -13 -11
maybe question | -1 -3 -2 -7 -3 0
maybe rerouted | -1 -6 -3 2 -1 1
maybe resolved | 2 -13 -9 6 -1 17
maybe restarted | 1 -10 3 12 10 -2
maybe rollback_finished | -7 5 -5 -7 2 7
maybe rollback_started | 0 -2 2 -6 -10 7
maybe scaled | -3 -3 -8 7 4 -2
maybe support_update | -3 -2 2 -12 2 0
maybe third_party_change | 3 -1 -2 3 0 4
maybe traffic_change | 1 3 -3 5 4 5
middle third | -9 -10 5 7 8 -12
of few | 14 12 -7 -4 6 8
of many | -43 -16 -8 -25 -13 -15
of one | 4 -5 -3 -5 -3 -5
of several | 2 14 4 9 8 0
of two | -6 -4 -4 8 1 1
over 1 h after | 0 0 -2 -11 1 -4
over 1 h before | -12 -7 14 3 5 2
over 10 min after | -24 -6 13 14 0 -31
over 10 min before | -26 -21 -2 -7 -4 15
over 6 h after | 2 -24 -1 3 7 1
over 6 h before | -7 10 -11 9 0 5
recovery | -19 -19 -7 -1 13 30
response | -14 -10 -22 18 6 3
same time after | 33 2 6 12 -4 5
same time before | 42 25 12 13 0 -1
says acts | -3 -2 -9 39 7 11
says announces | -12 -5 2 1 -5 -4
says bad | -8 -3 4 -5 3 6
says begins | -1 -16 18 -1 -6 -1
says breaks | 1 -8 0 -1 4 0
says brings_back | 0 0 -1 -2 2 0
says destroys | -4 -3 -2 -3 0 0
says eased | -4 -4 -1 4 0 0
says end_label | 0 0 0 0 6 5
says fails_wholly | 4 3 0 0 -1 0
says faulty | 6 -1 -4 -5 -3 0
says fix_live | 1 -1 2 3 10 3
says found_out | -6 5 3 -8 -3 0
says harmed | 22 0 1 -1 -1 -4
says heard | -8 22 -4 2 0 6
says hits_users | 4 3 -3 0 32 5
says impact_label | 11 4 0 -2 0 0
says in_part | 1 -12 -10 -11 1 -6
says in_vain | 0 0 0 -2 0 0
says looked_into | -6 20 28 1 0 3
says mistake | 3 -2 -1 -3 -1 0
says names_cause | 2 -12 -13 2 4 12
says noticed | -9 24 9 16 -6 -4
says over | 0 -6 -6 5 -5 23
says partly_well | -6 -11 -2 -8 17 7
says partly_works | -1 -1 -1 2 2 -6
says repairs | -5 -1 1 -3 -12 -6
says said_resolved | 0 -1 -2 0 2 1
says seen_failing | 16 1 9 0 -4 -1
says status_post | -5 -7 -4 13 5 -2
says still_bad | 1 -8 -3 5 2 0
says troubled | -19 -2 3 6 -4 5
says watching | -4 -4 -2 7 12 -5
says well | -9 -10 -2 2 12 12
says works | -2 -2 -3 2 8 7
second | -3 -4 15 -14 18 3
signal | -16 10 0 -1 -1 1
step | -3 -16 -25 6 -2 -2
surely acknowledged | 0 -3 0 0 0 0
surely alert_fired | -6 17 -5 0 -3 0
surely automated_action | 9 4 0 2 1 -1
surely config_changed | -2 -1 1 10 -5 -3
surely customer_report | -2 -1 -5 0 3 0
surely data_change | 2 1 -5 -2 -1 0
surely decision | -1 -2 -1 -5 0 0
surely declared | -2 -1 5 -2 -6 -5
surely dependency_event | -6 -1 -4 0 1 5
surely deploy_finished | 7 1 -3 -4 1 3
surely deploy_started | -3 -5 0 3 5 7
surely error_observed | 13 -4 14 -7 -3 -2
surely escalated | 0 3 -4 0 0 0
surely impact_changed | -1 -2 -1 1 2 -2
surely impact_ended | -9 -5 -2 -11 -9 4
surely impact_started | 36 8 2 -1 -2 -4
surely infra_change | -4 -3 4 0 3 2
surely internal_update | 0 4 -2 0 0 0
surely metric_shift | 4 2 -2 -5 7 7
surely migration | -2 0 0 -1 0 0
surely mitigated | -7 -3 -4 6 13 -8
surely mitigation_failed | -2 -3 3 2 0 0
surely mitigation_started | -10 -4 8 24 13 14
surely monitoring | -3 -2 -1 8 9 -10
surely observation | -30 -7 7 13 -4 2
surely paged | -2 0 2 0 0 0
surely public_update | 8 1 -5 15 14 -10
surely resolved | -9 -10 -2 -17 -5 36
surely restarted | -2 -3 18 -2 3 5
surely rollback_finished | -2 0 -3 -10 0 4
surely rollback_started | -1 0 -1 -2 -3 4
surely scaled | -3 -1 -2 -1 0 0
tells acknowledged | 3 3 3 -1 -2 0
tells alert_fired | -6 11 -1 -1 -3 -1
tells alert_resolved | -1 -2 -1 1 3 2
tells automated_action | 5 1 0 -1 0 -1
tells closed | 0 -1 -1 0 -9 1
tells commander_assigned | -1 -2 0 0 0 0
tells config_changed | -6 -6 -1 7 -5 0
tells customer_report | -15 -8 0 0 3 3
tells data_change | 0 2 0 -4 -1 -2
tells decision | -5 -4 -2 5 4 2
tells declared | 2 -2 9 -2 -6 -5
tells dependency_event | -6 -7 0 0 0 -1
tells deploy_finished | 6 -6 -2 -3 5 3
tells deploy_started | -2 -1 0 -2 -1 -1
tells error_observed | 7 -6 -10 -15 -9 -7
tells escalated | 4 -6 0 -4 3 3
tells flag_off | 0 0 -2 3 -1 0
tells hypothesis | -5 -3 0 0 -3 -4
tells impact_changed | -4 -3 2 0 12 -1
tells impact_ended | -6 -4 -6 1 20 9
tells impact_started | 21 5 -5 -5 -7 -9
tells infra_change | 12 3 0 2 -1 -3
tells internal_update | 0 3 -2 3 0 0
tells joined | -2 -2 0 0 0 0
tells metric_shift | 16 6 -2 -6 8 5
tells migration | -2 0 0 -1 0 0
tells mitigated | -5 -2 6 -5 5 -6
tells mitigation_failed | -4 -1 -2 5 -3 -2
tells mitigation_started | -3 -4 -6 29 4 -10
tells monitoring | -8 -8 -3 8 18 -14
tells observation | 5 6 3 -12 -6 -12
tells paged | 1 7 2 0 0 0
tells public_update | 11 11 -3 8 -1 -13
tells rerouted | 0 0 -3 6 1 1
tells resolved | -2 -7 -3 0 -14 28
tells restarted | -1 -2 0 -7 11 9
tells rollback_finished | -3 -1 -1 -11 8 16
tells rollback_started | -1 -1 -5 -3 -7 2
tells scaled | -2 -2 -12 -2 3 -2
tells support_update | -2 -2 2 -1 0 0
trouble | 5 -2 -8 -10 -2 -14
well | -9 -10 -2 2 12 12
with acknowledged | 4 3 4 0 0 0
with closed | 0 -1 -1 0 -9 1
with commander_assigned | -1 -2 0 0 -1 0
with declared | 2 1 9 -2 -5 -5
with detected | 3 61 11 -6 -8 -4
with first_public_update | 6 25 8 -5 -3 -7
with impact_started | 55 1 -7 -8 -10 -8
with mitigated | -12 -7 2 -7 45 13
with mitigation_started | -16 -9 2 45 31 2
with paged | 1 11 4 0 0 0
with resolved | -11 -4 -6 -4 6 34
with responding | -8 12 40 -6 -2 -1
with trigger_change | 4 -1 -2 -6 -2 -1
work | -33 -24 -10 -11 -14 6
`;
