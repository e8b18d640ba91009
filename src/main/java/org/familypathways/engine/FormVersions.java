package org.familypathways.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The forms of deployed pathways in every version that was ever live, for reading what somebody once filled in with the
 * questions that they saw. A deployed version never changes, so each is read once.
 */
@Service
public class FormVersions {

    /** A form as it was at one time. */
    public record FormVersion(String formId, int version) {}

    private final JdbcClient jdbc;
    private final Map<FormVersion, FormDefinition> known = new ConcurrentHashMap<>();

    FormVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the forms that were deployed; one statement at most, however many they are. */
    public Map<FormVersion, FormDefinition> find(Collection<FormVersion> wanted) {
        var unknown = wanted.stream().filter(form -> !known.containsKey(form)).toList();
        if (!unknown.isEmpty()) {
            read(unknown);
        }
        var found = new HashMap<FormVersion, FormDefinition>();
        for (FormVersion form : wanted) {
            var read = known.get(form);
            if (read != null) {
                found.put(form, read);
            }
        }
        return found;
    }

    private void read(Collection<FormVersion> forms) {
        jdbc.sql("""
                        select f.key_, f.version_, b.bytes_ from act_re_camformdef f
                        join act_ge_bytearray b on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_
                        where (f.key_, f.version_) in (select * from unnest(:ids, :versions::int[]))
                        """)
                .param("ids", forms.stream().map(FormVersion::formId).toArray(String[]::new))
                .param(
                        "versions",
                        forms.stream()
                                .map(form -> String.valueOf(form.version()))
                                .toArray(String[]::new))
                .query(row -> {
                    var form = new FormVersion(row.getString("key_"), row.getInt("version_"));
                    known.put(form, FormDefinition.parse(row.getBytes("bytes_"), form.version()));
                });
    }
}
