package org.familypathways.crash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Referrals as they come in and are decided, in every way that they can be. */
final class ReferralJourneys implements JourneyDriver {

    private static final String OFFICER = "sam.lee";
    private static final String MANAGER = "grace.obi";
    private static final List<String> OUTCOMES = List.of(
            "no-further-action",
            "information-and-advice",
            "early-help",
            "assessment",
            "strategy-discussion",
            "transfer",
            "other",
            "more-checks");

    @Override
    public String pathway() {
        return "referral";
    }

    @Override
    public List<String> people() {
        return List.of(OFFICER, MANAGER);
    }

    @Override
    public Optional<Step> begin(Random random) {
        return Optional.of(new Step(
                OFFICER,
                Map.ofEntries(
                        Map.entry("dangerNow", random.nextInt(4) == 0 ? "yes" : "no"),
                        Map.entry("receivedOn", "2026-11-23"),
                        Map.entry("firstName", "Robin"),
                        Map.entry("lastName", "Example" + random.nextInt(1_000_000)),
                        Map.entry("born", "born"),
                        Map.entry("birthDate", "2018-05-0" + (1 + random.nextInt(9))),
                        Map.entry("sex", "U"),
                        Map.entry("area", random.nextBoolean() ? "north" : "south"),
                        Map.entry("sourceCode", "5A"),
                        Map.entry("primaryNeed", "N4"),
                        Map.entry("worry", "Something that worries the school."),
                        Map.entry("thresholdClear", random.nextBoolean() ? "yes" : "no"))));
    }

    @Override
    public Optional<Step> forTask(String taskKey, Random random) {
        return switch (taskKey) {
            case "userTask_makeMultiAgencyChecks" ->
                Optional.of(new Step(
                        OFFICER,
                        Map.of("agenciesAsked", List.of("police", "school"), "whatAgenciesSaid", "Nothing new.")));
            case "userTask_acknowledgeReferrer" ->
                Optional.of(new Step(OFFICER, Map.of("acknowledged", "told", "acknowledgedOn", "2026-11-23")));
            case "userTask_decideReferral" ->
                Optional.of(new Step(
                        MANAGER,
                        Map.of(
                                "referralOutcome",
                                OUTCOMES.get(random.nextInt(OUTCOMES.size())),
                                "reason",
                                "Because of what was found.")));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant("a referral that was decided has exactly one fact of it", """
                        select step.proc_inst_id_ from act_hi_actinst step
                        left join practice_fact fact on fact.process_instance_id = step.proc_inst_id_
                          and fact.type = 'ReferralDecided'
                        where step.act_id_ = 'serviceTask_recordReferralDecision'
                        group by step.proc_inst_id_ having count(fact.id) <> count(distinct step.id_)
                        """),
                new Invariant("a registered referral has its child, its entry and its two clocks", """
                        select step.proc_inst_id_ from act_hi_actinst step
                        where step.act_id_ = 'serviceTask_registerReferral' and (
                          (select count(*) from statutory_clock c where c.process_instance_id = step.proc_inst_id_
                             and c.code in ('T01', 'T03')) <> 2
                          or (select count(*) from record_entry e where e.process_instance_id = step.proc_inst_id_
                             and e.task_id is null and e.child_id is not null and e.version = 1) <> 1)
                        """));
    }
}
