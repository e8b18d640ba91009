package org.familypathways.crash;

import static org.familypathways.crash.JourneyDriver.oneOf;
import static org.familypathways.crash.JourneyDriver.remark;

import java.time.LocalDate;
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
        return List.of(OFFICER, MANAGER, MANAGER);
    }

    @Override
    public Optional<Beginning> begin(Random random) {
        return Optional.of(new Beginning(
                OFFICER,
                Map.ofEntries(
                        Map.entry("dangerNow", random.nextInt(4) == 0 ? "yes" : "no"),
                        Map.entry("receivedOn", LocalDate.now().minusDays(1).toString()),
                        Map.entry("firstName", "Robin"),
                        Map.entry("lastName", "Example" + random.nextInt(1_000_000)),
                        Map.entry("born", "born"),
                        Map.entry("birthDate", "2018-05-0" + (1 + random.nextInt(9))),
                        Map.entry("sex", "U"),
                        Map.entry("area", random.nextBoolean() ? "north" : "south"),
                        Map.entry("sourceCode", "5A"),
                        Map.entry("primaryNeed", "N4"),
                        Map.entry("worry", remark(random)),
                        Map.entry("thresholdClear", random.nextBoolean() ? "yes" : "no"))));
    }

    @Override
    public Optional<Map<String, Object>> answers(String taskKey, Random random) {
        return switch (taskKey) {
            case "userTask_makeMultiAgencyChecks" ->
                Optional.of(Map.of("agenciesAsked", List.of("police", "school"), "whatAgenciesSaid", remark(random)));
            case "userTask_acknowledgeReferrer" ->
                Optional.of(Map.of(
                        "acknowledged",
                        "told",
                        "acknowledgedOn",
                        LocalDate.now().toString(),
                        "note",
                        remark(random)));
            case "userTask_decideReferral" ->
                Optional.of(Map.of("referralOutcome", oneOf(OUTCOMES, random), "reason", remark(random)));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant("a registered referral has one entry about one child, and its two clocks once", """
                        select step.proc_inst_id_ from act_hi_actinst step
                        where step.act_id_ = 'serviceTask_registerReferral' and (
                          (select array_agg(c.code order by c.code) from statutory_clock c
                             where c.process_instance_id = step.proc_inst_id_)
                             is distinct from array['T01', 'T03']
                          or (select count(*) from record_entry e where e.process_instance_id = step.proc_inst_id_
                             and e.task_id is null and e.child_id is not null and e.version = 1) <> 1)
                        """),
                new Invariant("a referral is decided in the record, the facts and the clocks, or in none of them", """
                        select pathway.id_ from act_hi_procinst pathway
                        cross join lateral (select
                          (select count(*) from record_entry entry where entry.process_instance_id = pathway.id_
                             and entry.task_key = 'userTask_decideReferral'
                             and entry.answers ->> 'referralOutcome' <> 'more-checks') entries,
                          (select count(*) from act_hi_actinst step where step.proc_inst_id_ = pathway.id_
                             and step.act_id_ = 'serviceTask_recordReferralDecision') steps,
                          (select count(*) from practice_fact fact where fact.process_instance_id = pathway.id_
                             and fact.type = 'ReferralDecided') facts,
                          (select count(*) from statutory_clock clock where clock.process_instance_id = pathway.id_
                             and clock.code = 'T01' and clock.status = 'MET') met) told
                        where pathway.proc_def_key_ = 'referral'
                          and (told.entries > 1 or told.steps <> told.entries or told.facts <> told.entries
                            or told.met <> told.entries)
                        """),
                new Invariant("the fact and the engine say the outcome that the manager wrote", """
                        select entry.process_instance_id from record_entry entry
                        join practice_fact fact on fact.process_instance_id = entry.process_instance_id
                          and fact.type = 'ReferralDecided'
                        join act_hi_varinst variable on variable.proc_inst_id_ = entry.process_instance_id
                          and variable.name_ = 'referralOutcome'
                        where entry.task_key = 'userTask_decideReferral'
                          and entry.answers ->> 'referralOutcome' <> 'more-checks'
                          and (fact.details ->> 'outcome' is distinct from entry.answers ->> 'referralOutcome'
                            or variable.text_ is distinct from entry.answers ->> 'referralOutcome')
                        """),
                new Invariant("the clock of the acknowledgement runs exactly until it is recorded", """
                        select clock.process_instance_id from statutory_clock clock
                        where clock.code = 'T03' and (clock.status = 'MET') <> exists (
                          select from record_entry entry where entry.process_instance_id = clock.process_instance_id
                            and entry.task_key = 'userTask_acknowledgeReferrer')
                        """),
                new Invariant(
                        "each call for a strategy discussion reached one enquiry, and no enquiry began without", """
                        select format('called %s, begun %s', called, begun)
                        from (select count(*) called from act_hi_actinst where act_id_ in (
                            'endEvent_strategyDiscussionCalled', 'endEvent_strategyDiscussionNeeded')) calls,
                          (select count(*) begun from act_hi_actinst where act_id_ in (
                            'startEvent_strategyRequired', 'event_furtherConcern')) enquiries
                        where called <> begun
                        """),
                new Invariant("who is to assess is told once", """
                        select ended.proc_inst_id_ from act_hi_actinst ended
                        where ended.act_id_ = 'endEvent_assessmentAccepted' and (
                          select count(*) from notification where template = 'referral-outcome'
                            and once_key = ended.proc_inst_id_ || ':decided') <> 1
                        """));
    }
}
