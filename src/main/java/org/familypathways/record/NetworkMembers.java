package org.familypathways.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the families' networks. */
@Service
public class NetworkMembers {

    private static final String SELECT = """
            select id, family_id, first_name, last_name, relation, parental_responsibility, agency, email, telephone,
                   address, safe_contact, safe_address, separate_contact, language, interpreter, invited, excluded_because
            from network_member
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NetworkMembers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public NetworkMember add(String familyId, NewNetworkMember person) {
        String id = jdbc.sql("select next_reference('P', 'person_number')")
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into network_member (id, family_id, first_name, last_name, relation,
                            parental_responsibility, agency, email, telephone, address, invited, created_at)
                        values (:id, :familyId, :firstName, :lastName, :relation, :parentalResponsibility, :agency,
                            :email, :telephone, :address, true, :createdAt)
                        """)
                .param("id", id)
                .param("familyId", familyId)
                .param("firstName", person.firstName())
                .param("lastName", person.lastName())
                .param("relation", person.relation())
                .param("parentalResponsibility", person.parentalResponsibility())
                .param("agency", person.agency())
                .param("email", person.email())
                .param("telephone", person.telephone())
                .param("address", person.address())
                .param("createdAt", Timestamp.from(clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    public Optional<NetworkMember> find(String id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(NetworkMember.class)
                .optional();
    }

    /** Those with parental responsibility first. */
    public List<NetworkMember> ofFamily(String familyId) {
        return jdbc.sql(SELECT
                        + "where family_id = :family and left_network_at is null"
                        + " order by parental_responsibility desc, id")
                .param("family", familyId)
                .query(NetworkMember.class)
                .list();
    }

    /** Also those who left the network. */
    public List<NetworkMember> everOfFamily(String familyId) {
        return jdbc.sql(SELECT + "where family_id = :family order by id")
                .param("family", familyId)
                .query(NetworkMember.class)
                .list();
    }

    /** Their names by reference, also of those who left the network. */
    public Map<String, String> names(String familyId) {
        return everOfFamily(familyId).stream().collect(Collectors.toMap(NetworkMember::id, NetworkMember::displayName));
    }

    /** Puts these details in the place of what was known. */
    void change(String personId, PersonDetails details) {
        jdbc.sql("""
                        update network_member set first_name = :firstName, last_name = :lastName, relation = :relation,
                          parental_responsibility = :parentalResponsibility, agency = :agency, email = :email,
                          telephone = :telephone, address = :address, safe_contact = :safeContact,
                          safe_address = :safeAddress, separate_contact = :separateContact, language = :language,
                          interpreter = :interpreter, invited = :invited, excluded_because = :excludedBecause
                        where id = :id
                        """)
                .param("firstName", details.firstName())
                .param("lastName", details.lastName())
                .param("relation", details.relation())
                .param("parentalResponsibility", details.parentalResponsibility())
                .param("agency", details.agency())
                .param("email", details.email())
                .param("telephone", details.telephone())
                .param("address", details.address())
                .param("safeContact", details.safeContact())
                .param("safeAddress", details.safeAddress())
                .param("separateContact", details.separateContact())
                .param("language", details.language())
                .param("interpreter", details.interpreter())
                .param("invited", details.invited())
                .param("excludedBecause", details.excludedBecause())
                .param("id", personId)
                .update();
    }

    /** The person of that family who still belongs to its network, held until the transaction ends. */
    Optional<NetworkMember> hold(String familyId, String personId) {
        return jdbc.sql(SELECT + "where id = :id and family_id = :family and left_network_at is null for update")
                .param("id", personId)
                .param("family", familyId)
                .query(NetworkMember.class)
                .optional();
    }

    /** The person does not belong to the network any more; what was written about them stays. */
    void leave(String personId) {
        jdbc.sql("update network_member set left_network_at = :now, invited = false where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", personId)
                .update();
    }

    /** How the person can be reached without putting anybody in danger. */
    public void recordSafeContact(
            String personId, @Nullable String safeContact, @Nullable String safeAddress, boolean separateContact) {
        jdbc.sql("""
                        update network_member
                        set safe_contact = :safeContact, safe_address = :safeAddress, separate_contact = :separateContact
                        where id = :id
                        """)
                .param("safeContact", safeContact)
                .param("safeAddress", safeAddress)
                .param("separateContact", separateContact)
                .param("id", personId)
                .update();
    }

    public void recordParentalResponsibility(String personId) {
        jdbc.sql("update network_member set parental_responsibility = true where id = :id")
                .param("id", personId)
                .update();
    }

    public void recordEmail(String personId, String email) {
        jdbc.sql("update network_member set email = :email where id = :id")
                .param("email", email)
                .param("id", personId)
                .update();
    }

    /** @param because the danger to somebody that stands against the person's taking part */
    public void exclude(String personId, String because) {
        jdbc.sql("update network_member set excluded_because = :because, invited = false where id = :id")
                .param("because", because)
                .param("id", personId)
                .update();
    }

    public void invite(String personId, boolean invited) {
        jdbc.sql("update network_member set invited = :invited where id = :id")
                .param("invited", invited)
                .param("id", personId)
                .update();
    }
}
