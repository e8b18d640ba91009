package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks on the holes that stay open in the engine's last free release, and on what a query or a model could run. */
@ApplicationTest
class EngineAttacksTest {

    private static final List<String> TASK_LISTS =
            List.of("/engine-rest/task", "/engine-rest/engine/default/task", "/camunda/api/engine/engine/default/task");

    @Autowired
    SignedIn signedIn;

    @Autowired
    Work work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    /** CVE-2026-77226: whoever finds the engine without an administrator makes themselves one. */
    @Nested
    class The_first_run_setup {

        private static final String NEW_ADMINISTRATOR = """
                {"profile": {"id": "mallory", "firstName": "M", "lastName": "M", "email": "m@example.org"},
                 "credentials": {"password": "Every-family-counts-26"}}
                """;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup/default/user/create/",
                    "/camunda/api/admin/%73etup/default/user/create",
                    "/camunda/api/admin/./setup/default/user/create",
                    "/camunda/api/admin/setup;x=1/default/user/create"
                })
        void makes_nobody_an_administrator(String path) {
            var stranger = signedIn.nobody();
            stranger.get("/camunda/app/admin/default/setup/");
            assertThat(stranger.json("POST", path, NEW_ADMINISTRATOR).statusCode())
                    .isGreaterThanOrEqualTo(400);
            for (String account : List.of("amina.khan", "alex.admin")) {
                var browser = signedIn.as(account);
                browser.get("/camunda/app/tasklist/default/");
                assertThat(browser.json("POST", path, NEW_ADMINISTRATOR).statusCode())
                        .isGreaterThanOrEqualTo(400);
            }

            assertThat(jdbc.sql("select count(*) from act_id_user")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from act_id_membership")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(signedIn.nobody()
                            .signIn("mallory", SignedIn.PASSWORD)
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).contains("/sign-in?"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/camunda/app/admin/default/setup/", "/camunda/app/admin/default/setup/index.html"})
        void has_no_page(String path) {
            assertThat(signedIn.nobody().get(path).statusCode()).isEqualTo(302);
            assertThat(signedIn.as("alex.admin").get(path).statusCode()).isEqualTo(403);
        }

        @Test
        void would_find_identities_that_can_only_be_read() {
            assertThat(engine.getIdentityService().isReadOnly()).isTrue();
        }
    }

    /** CVE-2026-109432: inside "orQueries" the engine forgets that queries may hold no expressions. */
    @Nested
    class An_expression_in_a_query {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"dueAfterExpression\": \"${now()}\"}",
                    "{\"orQueries\": [{\"dueAfterExpression\": \"${now()}\"}]}",
                    "{\"orQueries\": [{\"assigneeExpression\": \"${''.getClass().getName()}\"}]}",
                    "{\"orQueries\": [{\"a\": [{\"candidateUserExpression\": \"${currentUser()}\"}]}]}",
                    "{\"orQueries\": [{\"dueAfter\\u0045xpression\": \"${now()}\"}]}",
                    "{\"orQueries\": [], \"orQueries\": [{\"dueAfterExpression\": \"${now()}\"}]}",
                    "{\"orQueries\": [{\"dueAfterEXPRESSION\": \"${now()}\"}]}",
                    "{} {\"dueAfterExpression\": \"${now()}\"}"
                })
        void does_not_reach_the_engine(String body) {
            for (String account : List.of("amina.khan", "alex.admin")) {
                var browser = signedIn.as(account);
                for (String list : TASK_LISTS) {
                    assertThat(browser.json("POST", list, body).statusCode())
                            .as(list)
                            .isEqualTo(403);
                    assertThat(browser.json("POST", list + "/count", body).statusCode())
                            .as(list)
                            .isEqualTo(403);
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"dueAfterExpression", "DueAfterExpression", "dueAfter%45xpression", "assigneeExpression"})
        void does_not_reach_the_engine_in_an_address_either(String name) {
            assertThat(signedIn.as("amina.khan")
                            .get("/engine-rest/task/count?" + name + "=%24%7Bnow()%7D")
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        void is_kept_in_no_filter_but_the_three_that_tasklist_needs() {
            var administrator = signedIn.as("alex.admin");
            assertThat(administrator
                            .json("POST", "/engine-rest/filter/create", filter("${''.getClass()}"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(administrator
                            .json("POST", "/engine-rest/filter/create", filter("${currentUser()}"))
                            .statusCode())
                    .isEqualTo(200);

            engine.getFilterService()
                    .createFilterQuery()
                    .filterName("An attack")
                    .list()
                    .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "${''.getClass().getName()}",
                    "${''.class.name}",
                    "#{''.getClass().forName('java.lang.Runtime')}",
                    "${dataSource}",
                    "${runtimeService}",
                    "${environment}",
                    "${systemProperties}",
                    "${jdbcClient.sql('select 1')}",
                    "${network.getClass()}",
                    "${network.class}",
                    "${now().getClass()}",
                    "${currentUserGroups().getClass()}"
                })
        void would_find_nothing_in_the_engine(String attack) {
            assertThatThrownBy(() -> work.as("amina.khan")
                            .signedIn(() -> engine.getTaskService()
                                    .createTaskQuery()
                                    .or()
                                    .taskAssigneeExpression(attack)
                                    .endOr()
                                    .count()))
                    .isInstanceOf(RuntimeException.class);
        }

        /** Otherwise the attacks above would fail for another reason than theirs. */
        @Test
        void is_evaluated_by_the_engine_where_nothing_but_the_lists_own_words_stand_in_it() {
            long own = work.as("amina.khan")
                    .signedIn(() -> engine.getTaskService()
                            .createTaskQuery()
                            .or()
                            .taskAssigneeExpression("${currentUser()}")
                            .endOr()
                            .count());

            assertThat(own).isNotNegative();
        }

        private static String filter(String expression) {
            return """
                    {"resourceType": "Task", "name": "An attack", "owner": "alex.admin",
                     "query": {"assigneeExpression": "%s"}, "properties": {}}
                    """.formatted(expression);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "ecmascript", "groovy", "juel", "python", "ruby", "feel"})
    void no_script_language_is_there(String language) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThatThrownBy(() -> configuration.getScriptingEngines().getScriptEngineForLanguage(language))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_engine_follows_no_entity_and_keeps_no_serialised_object() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isEnableXxeProcessing()).isFalse();
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
    }
}
