package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where nobody signs in with an identity provider, an administrator counts who has chosen a password. */
@ApplicationTest
class AdministratorsTest {

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Administrators administrators;
    String lea;

    @BeforeEach
    void somebody_new_is_administrator() {
        administrators = new Administrators(jdbc, () -> false);
        lea = "lea." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(lea, "Lea Madeup", null, true));
        workers.give(lea, PracticeRole.ADMINISTRATOR, teams.find("system").orElseThrow());
    }

    @AfterEach
    void they_leave() {
        workers.leave(lea);
    }

    @Test
    void whoever_has_no_password_or_a_one_time_password_cannot_be_the_last() {
        assertThat(administrators.couldSignIn(lea)).isFalse();
        assertNobodyElseMayGo();

        passwords.replace(lea, false);

        assertThat(administrators.couldSignIn(lea)).isFalse();
        assertNobodyElseMayGo();
        assertThat(workers.inRole(PracticeRole.ADMINISTRATOR))
                .extracting(Worker::accountId)
                .contains("alex.admin");
    }

    @Test
    void whoever_has_chosen_a_password_can() {
        passwords.set(lea, "seven grey geese over Leeds");

        assertThat(administrators.couldSignIn(lea)).isTrue();
        assertThat(administrators.whoCanSignIn()).contains(lea, "alex.admin");
        transaction.executeWithoutResult(status -> {
            administrators.change(this::everybodyElseIsAdministratorNoMore);
            status.setRollbackOnly();
        });
    }

    private void assertNobodyElseMayGo() {
        assertThat(administrators.whoCanSignIn()).contains("alex.admin").doesNotContain(lea);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> administrators.change(this::everybodyElseIsAdministratorNoMore)))
                .isInstanceOf(LastAdministratorException.class)
                .hasMessageContaining("who has chosen a password of their own");
    }

    private void everybodyElseIsAdministratorNoMore() {
        List<String> others = workers.inRole(PracticeRole.ADMINISTRATOR).stream()
                .map(Worker::accountId)
                .filter(account -> !account.equals(lea))
                .toList();
        jdbc.sql("update role_holding set held_until = now() where role = :role and account_id = any(:others)"
                        + " and held_until is null")
                .param("role", PracticeRole.ADMINISTRATOR.id())
                .param("others", others.toArray(String[]::new))
                .update();
    }
}
