package org.familypathways.tasklist.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * One of the lists that Tasklist offers to everybody. It carries a mark of how we made it; a list whose mark no longer
 * fits has been changed by an administrator and is theirs.
 *
 * @param key what the list is called among us, whatever its name becomes
 * @param position where it stands among the lists
 */
record ReadyList(String key, String name, String description, int position, TaskQuery tasks) {

    private static final String KEY = "readyList";
    private static final String MARK = "madeAs";

    /** The family's reference is the only variable that the lists show, so it is the only one that is looked up. */
    private static final List<Map<String, String>> COLUMNS =
            List.of(Map.of("name", TasklistRights.FAMILY, "label", "Family"));

    static boolean isReadyList(Filter filter) {
        return filter.getProperties() != null && filter.getProperties().containsKey(KEY);
    }

    boolean is(Filter filter) {
        return isReadyList(filter) && key.equals(filter.getProperties().get(KEY));
    }

    static boolean isStillOurs(Filter filter) {
        return mark(filter).equals(filter.getProperties().get(MARK));
    }

    void writeTo(Filter filter) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("description", description);
        properties.put("priority", position);
        properties.put("color", "#15504f");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", COLUMNS);
        properties.put(KEY, key);
        filter.setName(name);
        filter.setQuery(tasks.orderByTaskPriority().desc().orderByDueDate().asc());
        filter.setProperties(properties);
        properties.put(MARK, mark(filter));
        filter.setProperties(properties);
    }

    private static String mark(Filter filter) {
        var properties = new LinkedHashMap<>(filter.getProperties());
        properties.remove(MARK);
        var content = List.of(filter.getName(), ((FilterEntity) filter).getQueryInternal(), properties);
        return Integer.toHexString(content.hashCode());
    }
}
