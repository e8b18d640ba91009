package org.familypathways.record;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds out whether a child is on record already: by the authority's own number, by the unique pupil number, or by name
 * and date of birth, in this order. A number that is known settles it, so that two children of one name stay two.
 */
@Service
public class ChildMatching {

    private final JdbcClient jdbc;
    private final Children children;

    ChildMatching(JdbcClient jdbc, Children children) {
        this.jdbc = jdbc;
        this.children = children;
    }

    /** Also keeps any other referral of the same child waiting until this transaction ends, so that none is made twice. */
    public Optional<Child> find(NewChild child) {
        lock("authority number", child.authorityChildId());
        lock("pupil number", child.uniquePupilNumber());
        lock("name", child.lastName() == null ? null : child.lastName().toLowerCase(java.util.Locale.ROOT));
        return byAuthorityNumber(child).or(() -> byPupilNumber(child)).or(() -> byNameAndBirth(child));
    }

    private Optional<Child> byAuthorityNumber(NewChild child) {
        return Optional.ofNullable(child.authorityChildId()).flatMap(children::findByAuthorityChildId);
    }

    private Optional<Child> byPupilNumber(NewChild child) {
        return jdbc.sql("""
                        select id from child where unique_pupil_number = :upn
                          and (:number::text is null or authority_child_id is null)
                        order by id limit 1
                        """)
                .param("upn", child.uniquePupilNumber())
                .param("number", child.authorityChildId())
                .query(String.class)
                .optional()
                .flatMap(children::find);
    }

    private Optional<Child> byNameAndBirth(NewChild child) {
        return jdbc.sql("""
                        select id from child
                        where lower(last_name) = lower(:lastName) and lower(first_name) = lower(:firstName)
                          and birth_date = :birthDate
                          and (:number::text is null or authority_child_id is null)
                          and (:upn::text is null or unique_pupil_number is null)
                        order by id limit 1
                        """)
                .param("lastName", child.lastName())
                .param("firstName", child.firstName())
                .param("birthDate", child.birthDate())
                .param("number", child.authorityChildId())
                .param("upn", child.uniquePupilNumber())
                .query(String.class)
                .optional()
                .flatMap(children::find);
    }

    private void lock(String kind, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null")
                    .param(kind + " " + value)
                    .query(Boolean.class)
                    .single();
        }
    }
}
