package org.familypathways.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a pathway begins and how pathways hear of each other: by key, or by a message that either reaches a waiting case
 * of the same family or begins the pathway that starts with it. Everything happens in the caller's transaction. What
 * practice code asks for here is not checked against the signed-in worker's rights in the engine; the step that led to
 * it was.
 */
@Service
public class PathwayStarts {

    static final String FAMILY = "familyId";
    private static final int NUMBERS_AT_ONCE = 20;
    private static final Logger log = LoggerFactory.getLogger(PathwayStarts.class);

    private final ProcessEngine engine;
    private final AsTheSystem system;
    private final JdbcClient jdbc;
    private final Queue<Long> numbers = new ConcurrentLinkedQueue<>();

    PathwayStarts(@Lazy ProcessEngine engine, AsTheSystem system, JdbcClient jdbc) {
        this.engine = engine;
        this.system = system;
        this.jdbc = jdbc;
    }

    /**
     * Begins a case of the latest version of a pathway.
     *
     * @param reference the child or family it is about; becomes part of the business key
     * @return the process instance id
     */
    @Transactional
    public String begin(String pathwayKey, String reference, Map<String, Object> variables) {
        return system.run(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(pathwayKey, businessKey(pathwayKey, reference), variables)
                .getId());
    }

    /**
     * Tells the family's waiting cases that something happened, or begins the pathway that starts with the message.
     *
     * @return whether anybody was told; nobody waiting is no error
     */
    @Transactional
    public boolean announce(String message, String familyId, Map<String, Object> variables) {
        return system.run(() -> tellWaiting(message, familyId, variables)
                || startsWith(message)
                        .map(start -> beginBy(start, familyId, variables))
                        .isPresent());
    }

    private boolean tellWaiting(String message, String familyId, Map<String, Object> variables) {
        var waiting = engine.getRuntimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(FAMILY, familyId)
                .list();
        for (Execution execution : waiting) {
            engine.getRuntimeService().messageEventReceived(message, execution.getId(), variables);
        }
        return !waiting.isEmpty();
    }

    private Optional<EventSubscription> startsWith(String message) {
        var start = engine
                .getRuntimeService()
                .createEventSubscriptionQuery()
                .eventType("message")
                .eventName(message)
                .list()
                .stream()
                .filter(subscription -> subscription.getExecutionId() == null)
                .findFirst();
        if (start.isEmpty()) {
            log.info("Nobody waits for {}", message);
        }
        return start;
    }

    private String beginBy(EventSubscription start, String familyId, Map<String, Object> variables) {
        var all = new LinkedHashMap<>(variables);
        all.put(FAMILY, familyId);
        String pathwayKey =
                start.getEventName().substring(0, start.getEventName().indexOf('.'));
        return engine.getRuntimeService()
                .startProcessInstanceByMessage(start.getEventName(), businessKey(pathwayKey, familyId), all)
                .getId();
    }

    /** The name of a case: {@code <pathway>:<reference>:<number>}. */
    public String businessKey(String pathwayKey, String reference) {
        return "%s:%s:%d".formatted(pathwayKey, reference, nextNumber());
    }

    /** A sequence gives no number twice, whatever is rolled back, so a node can fetch some at once. */
    private long nextNumber() {
        for (Long number = numbers.poll(); ; number = numbers.poll()) {
            if (number != null) {
                return number;
            }
            numbers.addAll(jdbc.sql("select nextval('pathway_number') from generate_series(1, :some)")
                    .param("some", NUMBERS_AT_ONCE)
                    .query(Long.class)
                    .list());
        }
    }
}
