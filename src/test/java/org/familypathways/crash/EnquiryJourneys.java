package org.familypathways.crash;

import static org.familypathways.crash.JourneyDriver.oneOf;
import static org.familypathways.crash.JourneyDriver.remark;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Enquiries that referrals call for, up to the booked conference: steps for each child, messages, clocks, notices. */
final class EnquiryJourneys implements JourneyDriver {

    private static final List<String> OUTCOMES =
            List.of("not-substantiated", "no-continuing-risk", "continuing-risk", "continuing-risk");

    @Override
    public String pathway() {
        return "child-protection-enquiry";
    }

    @Override
    public List<String> people() {
        return List.of("tom.reid", "joe.marsh", "amina.khan", "nina.shaw", "raj.patel");
    }

    @Override
    public Optional<Map<String, Object>> answers(String taskKey, Random random) {
        return switch (taskKey) {
            case "userTask_holdStrategyDiscussion" ->
                Optional.of(Map.of(
                        "strategyDiscussionOn",
                        LocalDate.now().toString(),
                        "attendees",
                        List.of("social-care", "police", "health"),
                        "harmSuspected",
                        remark(random),
                        "sectionFortySevenNeeded",
                        "yes",
                        "enquiryMadeBy",
                        "social-care",
                        "plan",
                        remark(random)));
            case "userTask_makeEnquiry" ->
                Optional.of(
                        Map.of("childrenSeen", "seen-alone", "findings", remark(random), "analysis", remark(random)));
            case "userTask_decideEnquiryOutcome" ->
                Optional.of(Map.of("childOutcome", oneOf(OUTCOMES, random), "reason", remark(random)));
            case "userTask_requestConference" ->
                Optional.of(Map.of("whyConference", remark(random), "separateAttendance", "no"));
            case "userTask_bookConference" ->
                Optional.of(Map.of(
                        "conferenceOn",
                        weekdayInTwoWeeks().toString(),
                        "conferenceTime",
                        "10:00",
                        "whyLate",
                        remark(random),
                        "place",
                        "Town hall",
                        "chair",
                        "A chair",
                        "minuteTaker",
                        "A minute taker",
                        "agencies",
                        List.of("police", "school", "health-visitor"),
                        "invitationsSent",
                        true));
            case "userTask_recordAgencyReport" ->
                Optional.of(Map.of("reportReceived", "written", "summary", remark(random)));
            default -> Optional.empty();
        };
    }

    private static LocalDate weekdayInTwoWeeks() {
        LocalDate day = LocalDate.now().plusWeeks(2);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant("the team manager is told of each enquiry once", """
                        select step.proc_inst_id_ from act_hi_actinst step
                        where step.act_id_ = 'serviceTask_askForStrategyDiscussion' and (
                          select count(*) from notification where template = 'strategy-discussion-needed'
                            and once_key like step.proc_inst_id_ || ':%') <> 1
                        """),
                new Invariant("the fifteen working days began once, with the strategy discussion", """
                        select pathway.id_ from act_hi_procinst pathway
                        cross join lateral (select
                          (select count(*) from record_entry entry where entry.process_instance_id = pathway.id_
                             and entry.task_key = 'userTask_holdStrategyDiscussion') discussed,
                          (select count(*) from statutory_clock clock where clock.process_instance_id = pathway.id_
                             and clock.code = 'T11') clocks,
                          (select count(*) from practice_fact fact where fact.process_instance_id = pathway.id_
                             and fact.type = 'StrategyDiscussionHeld') facts,
                          (select count(*) from practice_fact fact where fact.process_instance_id = pathway.id_
                             and fact.type = 'SectionFortySevenStarted') begun) told
                        where pathway.proc_def_key_ = 'child-protection-enquiry'
                          and (told.discussed > 1 or told.clocks <> told.discussed or told.facts <> told.discussed
                            or told.begun <> told.discussed)
                        """),
                new Invariant("an enquiry is concluded once for each child, as the manager decided", """
                        select pathway.id_ from act_hi_procinst pathway
                        cross join lateral (select
                          (select array_agg(entry.child_id || (entry.answers ->> 'childOutcome') order by entry.child_id)
                             from record_entry entry where entry.process_instance_id = pathway.id_
                             and entry.task_key = 'userTask_decideEnquiryOutcome') decided,
                          (select array_agg(fact.child_id || (fact.details ->> 'outcome') order by fact.child_id)
                             from practice_fact fact where fact.process_instance_id = pathway.id_
                             and fact.type = 'SectionFortySevenConcluded') concluded) told
                        where pathway.proc_def_key_ = 'child-protection-enquiry'
                          and decided is distinct from concluded
                        """),
                new Invariant("a booked conference has its facts, its clocks that count back, and its notices", """
                        select step.proc_inst_id_ from act_hi_actinst step
                        where step.act_id_ = 'serviceTask_announceInitialConference' and (
                          (select count(*) from practice_fact fact where fact.process_instance_id = step.proc_inst_id_
                             and fact.type = 'InitialConferenceBooked') <> 1
                          or (select count(*) from statutory_clock clock
                             where clock.process_instance_id = step.proc_inst_id_ and clock.code = 'T13') <> 1
                          or (select count(*) from notification where template = 'initial-conference-booked'
                             and once_key like step.proc_inst_id_ || ':%') < 2)
                        """),
                new Invariant("each invited agency is asked for one report", """
                        select pathway.id_ from act_hi_procinst pathway
                        where pathway.proc_def_key_ = 'child-protection-enquiry' and (
                          select count(*) from act_hi_taskinst task where task.proc_inst_id_ = pathway.id_
                            and task.task_def_key_ = 'userTask_recordAgencyReport') <> (
                          select coalesce(sum(jsonb_array_length(entry.answers -> 'agencies')), 0)
                            from record_entry entry where entry.process_instance_id = pathway.id_
                            and entry.task_key = 'userTask_bookConference')
                        """));
    }
}
