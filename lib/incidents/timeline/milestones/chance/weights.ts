/** Learned by `npm run learn:milestones`, not written: for each mark its weights in hundredths, a column for each of
 * impact_started, detected, responding, mitigation_started, mitigated, resolved. */
export const WEIGHTS = `
act | 11 -10 -29 8 6 -5
another found | -31 -48 -19 -31 -30 -21
answer | -16 -2 -4 -6 -10 -1
any | -25 -21 -17 -22 -17 -19
bad | -5 -2 -7 -24 8 5
before acknowledged | -15 -2 -5 -2 -1 0
before act | -16 -2 6 -8 -14 -21
before answer | 11 -12 -5 -5 -25 -13
before bad | 7 2 -3 -4 -4 -19
before closed | -3 -8 -8 -7 3 9
before commander_assigned | -3 -3 1 -2 0 0
before declared | -8 -7 -9 -2 0 6
before detected | 26 -38 -5 -33 -13 -4
before failure | 10 11 -3 -38 -41 -28
before first_public_update | -16 2 -8 7 5 2
before hearing | 24 -8 0 -33 4 1
before impact_started | -34 -13 2 -13 -6 2
before mitigated | 3 7 21 2 -20 -23
before mitigation_started | 6 20 9 -16 -30 3
before paged | -3 -5 -2 -2 -1 0
before recovery | -6 3 -4 -8 4 -32
before resolved | -8 2 -5 14 24 -27
before responding | 13 -27 -4 -7 -4 -1
before response | 6 8 -13 12 -9 -3
before signal | -8 -36 -4 -18 -15 -5
before step | -5 -1 2 -14 -22 -9
before trigger_change | -11 -3 0 -2 0 0
before trouble | -2 0 -2 -13 -18 -24
before well | 7 0 7 19 16 -26
before work | -16 -7 5 -4 0 -40
behind acknowledged | -8 -13 -4 5 -3 -1
behind act | 4 6 -13 3 2 7
behind answer | -23 -49 -28 24 1 7
behind bad | -27 -21 -13 23 13 9
behind commander_assigned | -1 -1 1 0 -3 -6
behind declared | -2 -16 -6 4 -7 -2
behind detected | -42 -34 -1 -14 11 8
behind failure | -31 -17 3 12 7 7
behind first_public_update | -13 -28 -21 -7 -4 7
behind hearing | -34 -32 -13 4 1 -8
behind impact_started | -17 9 1 10 5 -4
behind mitigated | -12 -15 0 -26 -20 8
behind mitigation_started | -30 -25 -13 -22 -2 3
behind paged | 2 -13 -3 5 -3 -2
behind recovery | -20 -22 -12 -14 -29 -10
behind resolved | -4 -11 2 -15 -3 -5
behind responding | -1 -17 -20 11 -4 7
behind response | -6 -12 -27 -15 -7 -3
behind signal | -27 -33 -7 4 -5 10
behind step | 1 12 -19 -9 -1 5
behind trigger_change | -18 -9 3 -18 -7 -6
behind trouble | -33 -16 1 12 12 7
behind well | -12 -18 -15 -31 -2 10
behind work | -25 -23 -11 -13 -18 -2
brief | -2 -3 7 10 -9 -23
clock in words | 17 9 -9 3 4 -1
failure | 0 7 -8 -2 -21 -13
first | 25 14 -12 -40 -29 -15
first act | 16 -11 5 10 -2 2
first answer | 2 4 27 1 -1 -6
first bad | 27 24 -1 -14 -11 -11
first failure | 8 16 -4 -5 -13 -10
first hearing | 10 38 4 3 -3 -5
first recovery | -16 -16 -5 -6 38 22
first response | -9 -14 7 25 6 5
first signal | -10 28 -2 -1 -4 -2
first step | 2 -7 8 25 4 6
first third | 5 8 8 -41 -42 -35
first trouble | 8 -7 -7 -6 -11 -12
first well | -7 -9 -1 3 10 2
first work | 9 -2 -1 -16 2 -3
found | 31 34 36 36 34 19
hearing | -5 22 -5 10 0 6
is acknowledged | 3 3 4 0 0 0
is closed | 0 -1 -1 0 -9 1
is commander_assigned | -1 -2 0 0 0 0
is declared | 2 -2 8 -2 -5 -5
is detected | -4 34 9 -4 -8 -5
is first_public_update | 3 16 5 -4 -3 -6
is impact_started | 31 -6 -9 -6 -7 -8
is mitigated | -10 -11 2 -8 34 3
is mitigation_started | -15 -12 -1 36 27 -1
is paged | 1 7 2 0 0 0
is resolved | -11 -8 -6 -1 8 19
is responding | -6 12 36 -6 -4 -1
is trigger_change | 5 -1 -2 -6 -2 -1
kind given | -2 -1 -9 7 4 -1
last | -29 -12 -18 -20 -18 29
last act | -2 -4 -13 -5 20 1
last answer | 8 12 -11 -9 -15 -12
last bad | -16 -7 2 -17 4 -5
last but one | -6 -7 4 29 11 14
last failure | -7 14 -3 1 -14 -6
last hearing | 16 7 1 6 -1 3
last recovery | -10 -15 -7 1 7 33
last response | -7 -3 -4 -7 -4 -5
last signal | -5 7 1 -1 -1 2
last step | 0 0 -9 -4 4 -7
last third | -34 -30 -31 3 26 32
last trouble | -4 -2 -5 -8 -4 -16
last well | -4 -6 -5 1 10 14
last work | -22 -11 -15 -16 -7 34
likely acknowledged | -3 11 17 -1 -2 0
likely alert_fired | -2 28 -6 -3 -6 -1
likely alert_resolved | -2 -1 -1 0 1 -2
likely automated_action | 11 0 -4 0 -7 -3
likely closed | -1 -1 0 0 -7 4
likely commander_assigned | 0 -2 0 0 0 0
likely config_changed | -2 -1 2 -5 2 -6
likely customer_report | -10 6 -3 -1 2 3
likely data_change | -8 -6 -12 2 2 4
likely decision | -3 -2 -1 -3 6 2
likely declared | -4 2 5 -2 -4 -3
likely dependency_event | -21 -8 -7 -2 5 -1
likely deploy_finished | 2 -5 -8 0 7 6
likely deploy_started | -9 4 0 12 3 6
likely error_observed | 27 33 -6 -30 -28 -13
likely escalated | -2 0 -5 -7 0 0
likely flag_changed | -2 0 3 2 -2 1
likely flag_off | -2 0 5 4 1 -1
likely hypothesis | -3 2 0 0 -1 0
likely impact_changed | 5 -9 -3 -2 10 -2
likely impact_ended | -15 -19 -6 -16 16 14
likely impact_started | 59 15 -4 -4 -11 -13
likely infra_change | -8 -11 -6 -13 2 -3
likely internal_update | 5 3 -2 -1 0 0
likely joined | 3 0 -6 1 0 0
likely metric_shift | 6 11 -1 -4 10 7
likely migration | -2 2 0 -2 3 3
likely mitigated | -9 -5 -5 13 41 -10
likely mitigation_failed | 0 -15 1 -14 -12 -7
likely mitigation_started | -4 -4 20 42 12 10
likely monitoring | -3 -4 -1 8 10 -10
likely observation | -15 -12 18 -14 -20 -6
likely paged | -5 6 1 0 0 0
likely public_update | -7 -9 -13 11 -2 -1
likely rerouted | 0 0 -1 2 -1 0
likely resolved | -2 -13 -5 -10 15 20
likely restarted | 0 -7 15 3 11 4
likely rollback_finished | -3 -1 3 -12 1 6
likely rollback_started | -1 0 4 -10 -11 9
likely scaled | -3 -2 -6 6 3 -1
long | 8 3 -5 -2 -7 -8
maybe acknowledged | -4 15 22 -6 2 3
maybe alert_fired | 20 33 -8 -10 -7 0
maybe alert_resolved | -2 3 -4 3 7 0
maybe automated_action | 1 -7 -4 0 -1 2
maybe closed | -2 -4 -1 0 -10 2
maybe commander_assigned | 0 -2 0 0 0 0
maybe config_changed | -2 -11 -3 -10 -16 -11
maybe customer_report | -5 4 -7 4 -2 3
maybe data_change | 2 3 -10 -9 8 -3
maybe decision | -10 -1 -9 -5 -5 1
maybe declared | 4 4 6 -4 -4 0
maybe dependency_event | -8 6 0 -4 -4 -5
maybe deploy_finished | -10 -12 -3 -5 -5 3
maybe deploy_started | 6 8 -9 -10 -12 7
maybe error_observed | 16 -6 -9 -20 -20 4
maybe escalated | -6 3 -8 -3 -4 -2
maybe flag_changed | -2 -1 2 -1 -6 -2
maybe flag_off | 0 0 2 5 1 -3
maybe hypothesis | -8 1 2 1 -5 -2
maybe hypothesis_rejected | -3 -5 -2 -1 5 0
maybe impact_changed | -10 -37 -6 -4 22 -10
maybe impact_ended | 14 3 -14 -10 -18 -2
maybe impact_started | 52 13 1 -5 0 -19
maybe infra_change | -13 -14 -6 12 -12 -13
maybe internal_update | -1 8 -1 -11 -4 -3
maybe joined | 3 8 -6 -3 2 -4
maybe metric_shift | -4 -7 -1 -15 6 13
maybe migration | 0 1 0 1 2 5
maybe mitigated | 4 -2 -17 8 17 -14
maybe mitigation_failed | -1 8 -3 -20 -13 -2
maybe mitigation_started | -3 0 5 18 -5 -13
maybe monitoring | 0 3 1 8 6 -11
maybe observation | -39 -18 -3 -11 -15 -24
maybe paged | -4 9 -7 -3 -1 -1
maybe public_update | -6 -8 -6 -6 -13 -11
maybe question | -1 -3 -2 -7 -3 0
maybe rerouted | -1 -6 -3 2 -1 1
maybe resolved | 2 -12 -9 6 -2 17
maybe restarted | 2 -10 3 12 10 -1
maybe rollback_finished | -7 5 -5 -7 3 7
maybe rollback_started | 0 -2 2 -6 -10 8
maybe scaled | -3 -3 -8 7 4 -2
maybe support_update | -3 -2 2 -12 2 0
maybe third_party_change | 3 -1 -3 3 0 4
maybe traffic_change | 1 3 -3 5 4 5
middle third | -9 -11 6 6 7 -13
of few | 12 13 -7 -4 6 8
of many | -43 -16 -9 -24 -13 -15
of one | 0 -4 -3 -5 -3 -5
of several | 3 14 5 9 8 0
of two | -6 -6 -4 8 1 0
over 1 h after | 0 -1 -2 -10 1 -4
over 1 h before | -11 -8 14 3 6 3
over 10 min after | -23 -3 14 14 0 -30
over 10 min before | -26 -21 -1 -7 -5 15
over 6 h after | 2 -23 -1 2 6 0
over 6 h before | -7 10 -11 9 0 5
recovery | -19 -19 -7 -1 13 32
response | -13 -9 -22 18 6 3
same time after | 33 2 6 12 -4 4
same time before | 42 25 12 12 0 -1
says acts | -3 -3 -9 39 7 12
says announces | -12 -5 2 1 -5 -4
says bad | -6 -3 4 -5 4 6
says begins | -1 -17 18 -1 -6 0
says breaks | 1 -8 0 -1 4 0
says brings_back | 0 0 -1 -2 2 0
says destroys | -4 -3 -2 -3 0 0
says eased | -5 -4 -1 4 0 0
says end_label | 0 0 0 0 6 5
says fails_wholly | 4 3 0 0 -1 0
says faulty | 6 -1 -4 -5 -3 0
says fix_live | 1 -1 2 3 10 3
says found_out | -5 3 3 -8 -3 0
says harmed | 21 1 2 -1 -1 -4
says heard | -7 26 -3 0 -1 6
says hits_users | 4 4 -2 -1 33 5
says impact_label | 11 4 0 -2 0 0
says in_part | 1 -12 -10 -10 -1 -3
says in_vain | 0 0 0 -2 0 0
says looked_into | -6 21 27 1 -1 3
says mistake | 3 -2 -1 -3 -1 0
says names_cause | 2 -10 -13 2 3 12
says noticed | -11 15 6 19 -4 -4
says over | 0 -6 -6 6 -6 23
says partly_well | -6 -11 -2 -8 15 8
says partly_works | -1 -1 -1 2 2 -6
says repairs | -5 -1 1 -3 -12 -6
says said_resolved | 0 -1 -2 0 2 1
says seen_failing | 15 -6 7 0 -4 -1
says status_post | -5 -10 -4 13 4 -1
says still_bad | 1 -7 -3 5 2 0
says troubled | -20 -3 3 6 -3 6
says watching | -3 -3 -2 7 11 -6
says well | -9 -10 -2 0 13 9
says works | -2 -2 -3 2 8 7
second | -3 -4 16 -14 18 3
signal | -15 13 0 -1 -1 1
step | -3 -17 -25 6 -3 -2
surely acknowledged | 0 -3 0 0 0 0
surely alert_fired | -6 18 -4 0 -3 0
surely automated_action | 9 3 0 2 1 -1
surely config_changed | -2 -1 1 10 -5 -3
surely customer_report | -2 0 -5 0 2 -1
surely data_change | 2 1 -5 -2 -1 0
surely decision | -1 -2 -1 -5 0 0
surely declared | -2 -1 5 -2 -6 -6
surely dependency_event | -6 0 -4 0 0 4
surely deploy_finished | 7 1 -3 -4 1 3
surely deploy_started | -3 -5 0 3 5 7
surely error_observed | 13 -3 14 -8 -3 -2
surely escalated | 0 3 -4 0 0 0
surely impact_changed | -1 -2 -1 1 2 -2
surely impact_ended | -9 -5 -2 -11 -8 6
surely impact_started | 37 6 2 -1 -2 -4
surely infra_change | -4 -3 4 0 3 2
surely internal_update | 0 4 -2 0 0 0
surely metric_shift | 4 2 -3 -5 7 7
surely migration | -2 0 0 -1 0 0
surely mitigated | -7 -3 -4 6 12 -8
surely mitigation_failed | -2 -3 3 2 0 0
surely mitigation_started | -10 -6 8 24 14 14
surely monitoring | -2 -2 -1 8 9 -10
surely observation | -30 -7 7 12 -4 2
surely paged | -2 0 2 0 0 0
surely public_update | 8 -2 -5 15 14 -9
surely resolved | -9 -9 -2 -17 -4 37
surely restarted | -2 -4 18 -2 3 5
surely rollback_finished | -2 0 -3 -10 0 4
surely rollback_started | -1 0 -1 -2 -3 4
surely scaled | -3 -1 -2 -1 0 0
tells acknowledged | 3 3 3 -1 -2 0
tells alert_fired | -6 12 -1 -1 -3 -1
tells alert_resolved | -1 -2 -1 1 3 2
tells automated_action | 5 1 0 -1 0 -1
tells closed | 0 -1 -1 0 -9 1
tells commander_assigned | -1 -2 0 0 0 0
tells config_changed | -6 -6 -1 7 -5 0
tells customer_report | -15 -7 1 0 3 3
tells data_change | 0 1 0 -4 -1 -2
tells decision | -4 -4 -2 5 4 2
tells declared | 2 -2 8 -2 -7 -6
tells dependency_event | -6 -7 0 0 0 -1
tells deploy_finished | 6 -7 -2 -3 5 3
tells deploy_started | -2 -1 0 -2 0 -1
tells error_observed | 7 -6 -10 -16 -9 -6
tells escalated | 1 -6 0 -4 3 3
tells flag_off | 0 0 -2 3 -1 0
tells hypothesis | -5 -4 0 0 -3 -3
tells impact_changed | -3 -3 2 -1 11 -2
tells impact_ended | -6 -4 -6 1 20 11
tells impact_started | 23 4 -5 -5 -8 -9
tells infra_change | 12 3 0 3 -1 -3
tells internal_update | 0 3 -2 3 0 0
tells joined | -2 -2 1 0 0 0
tells left | 0 0 0 -2 -1 0
tells metric_shift | 16 6 -2 -6 8 5
tells migration | -2 0 0 -1 0 0
tells mitigated | -5 -2 6 -5 5 -6
tells mitigation_failed | -4 -1 -2 4 -3 -2
tells mitigation_started | -3 -4 -6 29 4 -10
tells monitoring | -9 -8 -3 8 17 -15
tells observation | 5 6 3 -11 -7 -13
tells paged | 1 7 2 0 0 0
tells public_update | 11 8 -3 7 0 -13
tells rerouted | 0 0 -3 6 1 1
tells resolved | -2 -7 -3 0 -14 28
tells restarted | -1 -2 0 -7 12 9
tells rollback_finished | -3 -1 -1 -11 9 16
tells rollback_started | -1 -1 -5 -3 -6 2
tells scaled | -2 -2 -12 -3 1 -3
tells support_update | -2 -2 2 -1 0 0
trouble | 4 -4 -10 -9 -3 -15
well | -9 -10 -2 0 13 9
with acknowledged | 4 3 4 0 0 0
with closed | 0 -1 -1 0 -9 1
with commander_assigned | -1 -2 0 0 -1 0
with declared | 2 1 8 -2 -5 -5
with detected | 3 57 13 -6 -10 -6
with first_public_update | 4 26 8 -4 -2 -7
with impact_started | 51 0 -7 -8 -8 -9
with mitigated | -12 -6 1 -7 45 10
with mitigation_started | -16 -8 2 45 31 0
with paged | 1 11 4 0 0 0
with resolved | -12 -3 -6 -4 6 31
with responding | -7 13 40 -6 -2 -1
with trigger_change | 5 -2 -2 -6 -2 -1
work | -35 -24 -10 -10 -14 6
`;
