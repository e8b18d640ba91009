package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** A real installation has no account but the one that its environment names. */
@ApplicationTest
class FirstAdministratorTest {

    private static final String ACCOUNT = "first.administrator";

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Passwords passwords;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SignedIn signedIn;

    @BeforeEach
    void an_installation_without_an_administrator() {
        // nobody can do this with the application
        jdbc.sql("update role_holding set held_until = now() where role = 'system-admin' and held_until is null")
                .update();
    }

    @AfterEach
    void the_demo_has_its_administrator_again() {
        workers.give(
                "alex.admin", PracticeRole.ADMINISTRATOR, teams.find("system").orElseThrow());
        workers.leave(ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | ''                 | There is no administrator yet, so nobody could sign in.
            first.administrator | ''                 | There is no administrator yet, so nobody could sign in.
            ''                  | Long-and-winding-1 | There is no administrator yet, so nobody could sign in.
            First Administrator | Long-and-winding-1 | The first administrator's account is not a name that the application can use.
            first.administrator | short              | The first administrator's password cannot be used. A password needs at least 14 characters.
            first.administrator | A-password-that-is-a-good-deal-longer-than-what-is-ever-looked-at-by-BCrypt | The first administrator's password cannot be used. A password can have at most 72 characters.
            first.administrator | aaaaaaaaaaaaaaaaaa | The first administrator's password cannot be used. A password needs at least six different characters.
            first.administrator | first.administrator1 | The first administrator's password cannot be used. A password must not contain the account name.
            """)
    void a_start_without_a_usable_one_is_refused_in_a_sentence(String account, String password, String sentence) {
        assertThatThrownBy(() -> start(account, password))
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessage(sentence);

        assertThat(workers.inRole(PracticeRole.ADMINISTRATOR)).isEmpty();
        assertThat(workers.find(ACCOUNT).filter(Worker::active)).isEmpty();
    }

    @Test
    void the_one_that_the_environment_names_can_sign_in_and_is_the_administrator() {
        start(ACCOUNT, "Long-and-winding-1");

        assertThat(workers.inRole(PracticeRole.ADMINISTRATOR))
                .extracting(Worker::accountId)
                .containsExactly(ACCOUNT);
        assertThat(signedIn.program(ACCOUNT, "Long-and-winding-1")
                        .get("/engine-rest/incident/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void once_there_is_an_administrator_the_environment_makes_no_other_and_changes_no_password() {
        start(ACCOUNT, "Long-and-winding-1");
        start("second.administrator", "Long-and-winding-2");
        start(ACCOUNT, "Long-and-winding-3");

        assertThat(workers.find("second.administrator")).isEmpty();
        assertThat(signedIn.program(ACCOUNT, "Long-and-winding-1")
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoever_holds_the_machine_opens_it_again_when_no_administrator_can_get_in() {
        start(ACCOUNT, "Long-and-winding-1");
        var somewhere = signedIn.nobody();
        somewhere.signIn(ACCOUNT, "Long-and-winding-1");
        passwords.replace(ACCOUNT, false);
        for (int i = 0; i < 120; i++) {
            throttle.failed(ACCOUNT, "198.51.100." + i);
        }

        restore(ACCOUNT, "Long-and-winding-3");

        assertThat(somewhere.get("/").statusCode()).isEqualTo(302);
        var browser = signedIn.nobody();
        browser.signIn(ACCOUNT, "Long-and-winding-3");
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_leaver_can_be_restored_as_well_but_nobody_without_a_name() {
        start(ACCOUNT, "Long-and-winding-1");
        workers.give(
                "alex.admin", PracticeRole.ADMINISTRATOR, teams.find("system").orElseThrow());
        workers.leave(ACCOUNT);

        restore(ACCOUNT, "Long-and-winding-3");

        assertThat(workers.holds(ACCOUNT, PracticeRole.ADMINISTRATOR)).isTrue();
        assertThatThrownBy(() -> restore("", ""))
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessage("The administrator who is to be restored is not named.");
    }

    private void start(String account, String password) {
        start(environment(account, password));
    }

    private void restore(String account, String password) {
        start(environment(account, password).withProperty(FirstAdministrator.RESTORE, "true"));
    }

    private void start(MockEnvironment environment) {
        new FirstAdministrator(workers, teams, passwords, transaction, environment).afterSingletonsInstantiated();
    }

    private static MockEnvironment environment(String account, String password) {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db.example.org/family_pathways")
                .withProperty(FirstAdministrator.ACCOUNT, account)
                .withProperty(FirstAdministrator.PASSWORD, password);
    }
}
