package org.familypathways.familygroupconference.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.familygroupconference.ConferenceDay;
import org.familypathways.record.Entry;
import org.familypathways.record.FamilyPlan.NewAction;

/** Days and plans, as the forms of a conference ask for them. */
final class ConferenceAnswers {

    private ConferenceAnswers() {}

    /** The actions of a plan, as they were written down; somebody who is named there is not looked up. */
    static List<NewAction> actions(Entry entry) {
        return entry.rows("actions").stream().map(ConferenceAnswers::action).toList();
    }

    private static NewAction action(Map<?, ?> row) {
        Object due = row.get("dueOn");
        return new NewAction(
                String.valueOf(row.get("action")),
                null,
                String.valueOf(row.get("owner")),
                due == null ? null : LocalDate.parse(String.valueOf(due)));
    }

    static ConferenceDay day(Entry entry) {
        return new ConferenceDay(
                entry.date("conferenceOn"), entry.required("startsAt"), entry.required("venue"), entry.text("whyLate"));
    }
}
