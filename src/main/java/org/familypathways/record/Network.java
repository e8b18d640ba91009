package org.familypathways.record;

import java.util.List;
import org.familypathways.engine.ForModels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What models may ask about the people around a family, by reference. */
@Component("network")
@ForModels
public class Network {

    private final JdbcClient jdbc;
    private final FamilyRows rows;

    Network(JdbcClient jdbc, FamilyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Everyone who must be asked, because they hold parental responsibility. */
    public List<String> holdersOfParentalResponsibility(String familyId) {
        return people(familyId, "parental_responsibility");
    }

    /**
     * Everyone who is to be prepared for the conference: invited, and not excluded for safety. Whoever is joining at this
     * moment is waited for, and whoever comes later finds that the visits have begun.
     */
    public List<String> members(String familyId) {
        rows.hold(familyId);
        return people(familyId, "invited and excluded_because is null");
    }

    /** The children, as {@link #members} the people. */
    public List<String> children(String familyId) {
        rows.hold(familyId);
        return jdbc.sql("select id from child where family_id = :family order by id")
                .param("family", familyId)
                .query(String.class)
                .list();
    }

    private List<String> people(String familyId, String condition) {
        return jdbc.sql("select id from network_member where family_id = :family and left_network_at is null and "
                        + condition + " order by id")
                .param("family", familyId)
                .query(String.class)
                .list();
    }
}
