package org.familypathways.record.process;

import org.jspecify.annotations.Nullable;

/**
 * Something for which an open case of a family waits and which a worker may report.
 *
 * @param reference by which it is chosen, as long as the case waits for it
 * @param pathway the pathway's name
 * @param step the id of the event in the model
 * @param name what happened, as the model says it
 * @param help what it means and what it leads to; empty when the model does not say
 * @param asksAboutWhom whether the worker must say which person of the family's network it is about
 * @param childId the child whom the case is about; null when it is about the family
 * @param personId the person whom this part of the case is about
 */
public record ReportableEvent(
        String reference,
        String processInstanceId,
        String pathwayKey,
        String pathway,
        String step,
        String name,
        String help,
        boolean asksAboutWhom,
        @Nullable String childId,
        @Nullable String personId) {}
