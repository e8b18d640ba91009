package org.familypathways.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The children of the families. */
@Service
public class Children {

    private static final String SELECT = """
            select id, family_id, first_name, last_name, birth_date, expected_birth_date, sex, authority_child_id,
                   unique_pupil_number
            from child
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Children(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public Child create(String familyId, NewChild child) {
        String id = jdbc.sql("select next_reference('C', 'child_number')")
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into child (id, family_id, first_name, last_name, birth_date, expected_birth_date, sex,
                                           authority_child_id, unique_pupil_number, created_at)
                        values (:id, :familyId, :firstName, :lastName, :birthDate, :expectedBirthDate, :sex,
                                :authorityChildId, :uniquePupilNumber, :createdAt)
                        """)
                .param("id", id)
                .param("familyId", familyId)
                .param("firstName", child.firstName())
                .param("lastName", child.lastName())
                .param("birthDate", child.birthDate())
                .param("expectedBirthDate", child.expectedBirthDate())
                .param("sex", child.sex())
                .param("authorityChildId", child.authorityChildId())
                .param("uniquePupilNumber", child.uniquePupilNumber())
                .param("createdAt", Timestamp.from(clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    public Optional<Child> find(String id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Child.class)
                .optional();
    }

    public Optional<Child> findByAuthorityChildId(String authorityChildId) {
        return jdbc.sql(SELECT + "where authority_child_id = :id")
                .param("id", authorityChildId)
                .query(Child.class)
                .optional();
    }

    /** The child of that family, held until the transaction ends. */
    Optional<Child> hold(String familyId, String childId) {
        return jdbc.sql(SELECT + "where id = :id and family_id = :family for update")
                .param("id", childId)
                .param("family", familyId)
                .query(Child.class)
                .optional();
    }

    /** Puts these details in the place of what was known. */
    void change(String childId, ChildDetails details) {
        jdbc.sql("""
                        update child set first_name = :firstName, last_name = :lastName, birth_date = :birthDate,
                          expected_birth_date = :expectedBirthDate, sex = :sex
                        where id = :id
                        """)
                .param("firstName", details.firstName())
                .param("lastName", details.lastName())
                .param("birthDate", details.birthDate())
                .param("expectedBirthDate", details.expectedBirthDate())
                .param("sex", details.sex())
                .param("id", childId)
                .update();
    }

    /** Whether the reference is a child's and not that of somebody else in the family's network. */
    static boolean isChild(String reference) {
        return reference.startsWith("C-");
    }

    /** Eldest first. */
    public List<Child> ofFamily(String familyId) {
        return jdbc.sql(SELECT + "where family_id = :family order by coalesce(birth_date, expected_birth_date), id")
                .param("family", familyId)
                .query(Child.class)
                .list();
    }
}
