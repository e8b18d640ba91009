package org.familypathways.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.familypathways.notification.Addressee.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a notice into words for one recipient. */
@Component
class Wording {

    private final Templates templates;
    private final NotificationSettings settings;

    Wording(Templates templates, NotificationSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /**
     * What the template's placeholders stand for, as the reader will see it.
     *
     * @param name what a family member is called; workers' words name nobody
     * @throws IllegalArgumentException when the notice lacks something that its template needs
     */
    Map<String, String> values(Notice notice, Kind kind, @Nullable String name) {
        var known = new HashMap<>(notice.details());
        known.put("family", notice.familyId());
        known.put("link", settings.publicAddress() + "/families/" + notice.familyId());
        known.put("department", settings.department());
        known.put("contact", settings.contact());
        known.put("name", name == null ? "" : name);
        var values = new TreeMap<String, String>();
        for (String key : templates.of(notice.template(), kind).placeholders()) {
            String value = known.get(key);
            var placeholder = Placeholder.of(key);
            if (value == null || placeholder.isEmpty()) {
                throw new IllegalArgumentException("The notification %s needs {%s}".formatted(notice.template(), key));
            }
            values.put(key, placeholder.get().readable(value));
        }
        return values;
    }

    Message message(String template, Kind kind, Map<String, String> values) {
        return templates.of(template, kind).with(values);
    }
}
