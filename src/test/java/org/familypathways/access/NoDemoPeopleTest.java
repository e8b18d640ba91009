package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody does real work beside people whose password everybody knows. */
@ApplicationTest
class NoDemoPeopleTest {

    @Autowired
    Passwords passwords;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_start_for_real_work_is_refused_where_demo_people_can_sign_in() {
        assertThatThrownBy(() -> start("false"))
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessage("This database holds demo people, whose password everybody knows.");
    }

    @Test
    void the_demo_itself_starts() {
        assertThatCode(() -> start("true")).doesNotThrowAnyException();
    }

    @Test
    void where_the_published_password_opens_nothing_real_work_may_begin() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("update worker set password = null").update();

            assertThatCode(() -> start("false")).doesNotThrowAnyException();
        });
    }

    private void start(String demo) {
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db.example.org/family_pathways")
                .withProperty("familypathways.demo", demo);
        new NoDemoPeople(passwords, environment).afterSingletonsInstantiated();
    }
}
