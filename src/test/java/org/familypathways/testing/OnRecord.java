package org.familypathways.testing;

import java.util.List;
import java.util.Map;
import org.familypathways.timescale.Clocks;
import org.familypathways.timescale.StatutoryClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the steps of a case left behind: facts, clocks and notifications. */
@Component
public class OnRecord {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clocks clocks;
    private final JsonMapper json;

    OnRecord(JdbcClient jdbc, Clocks clocks, JsonMapper json) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.json = json;
    }

    /** The facts of that type that the case recorded, in order, with their details. */
    public List<Map<String, Object>> facts(String processInstanceId, String type) {
        return jdbc.sql("""
                        select details::text from practice_fact
                        where process_instance_id = :case and type = :type order by id
                        """).param("case", processInstanceId).param("type", type).query(String.class).list().stream()
                .map(details -> json.readValue(details, DETAILS))
                .toList();
    }

    /** The only fact of that type. */
    public Map<String, Object> fact(String processInstanceId, String type) {
        var facts = facts(processInstanceId, type);
        if (facts.size() != 1) {
            throw new AssertionError("Expected one %s but there are %s".formatted(type, facts));
        }
        return facts.get(0);
    }

    /** The latest clock of that code in the case. */
    public StatutoryClock clock(String familyId, String processInstanceId, String code) {
        return clocks.ofFamily(familyId).stream()
                .filter(clock -> clock.subject().processInstanceId().equals(processInstanceId))
                .filter(clock -> clock.rule().code().equals(code))
                .reduce((earlier, later) -> earlier.id() > later.id() ? earlier : later)
                .orElseThrow(() -> new AssertionError("No clock %s".formatted(code)));
    }

    /** Who was told with that template about the family, once for each time. */
    public List<String> told(String familyId, String template) {
        return jdbc.sql("select recipient from notification where family_id = :family and template = :template"
                        + " order by created_at, recipient")
                .param("family", familyId)
                .param("template", template)
                .query(String.class)
                .list();
    }

    /** The cases of that pathway about the family, the first one first. */
    public List<String> cases(String familyId, String pathwayKey) {
        return jdbc.sql("""
                        select pathway.id_ from act_hi_procinst pathway
                        join act_hi_varinst family on family.proc_inst_id_ = pathway.id_ and family.name_ = 'familyId'
                        where pathway.proc_def_key_ = :key and family.text_ = :family
                        order by pathway.start_time_, length(pathway.business_key_), pathway.business_key_
                        """)
                .param("key", pathwayKey)
                .param("family", familyId)
                .query(String.class)
                .list();
    }
}
