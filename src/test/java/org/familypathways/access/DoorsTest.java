package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doors to the engine over real HTTP: closed unless Tasklist needs them, for everybody, whatever their rights. */
@ApplicationTest
@TestInstance(Lifecycle.PER_CLASS)
class DoorsTest {

    private static final List<String> WAYS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, SignedIn.Browser> browsers = new HashMap<>();

    static List<String> everybody() {
        return DemoWorkers.WORKERS.stream()
                .map(DemoWorkers.DemoWorker::accountId)
                .toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /deployment/create
            DELETE | /deployment/any
            POST   | /deployment/any/redeploy
            DELETE | /process-definition/any
            DELETE | /process-definition/key/referral
            DELETE | /process-definition/key/referral/delete
            PUT    | /process-definition/any/history-time-to-live
            PUT    | /process-definition/key/referral/history-time-to-live
            PUT    | /process-definition/key/referral/suspended
            POST   | /process-definition/key/referral/start
            PUT    | /decision-definition/key/timescales/history-time-to-live
            POST   | /decision-definition/key/timescales/evaluate
            DELETE | /history/process-instance/any
            DELETE | /history/process-instance/any/variable-instances
            POST   | /history/process-instance/delete
            POST   | /history/process-instance/set-removal-time
            DELETE | /history/variable-instance/any
            POST   | /history/cleanup
            PUT    | /history/user-operation/any/set-annotation
            POST   | /task/create
            PUT    | /task/any
            DELETE | /task/any
            POST   | /task/any/comment/create
            PUT    | /task/any/comment
            POST   | /task/any/attachment/create
            DELETE | /task/any/attachment/any
            POST   | /task/any/delegate
            POST   | /task/any/resolve
            POST   | /task/any/identity-links
            POST   | /task/any/identity-links/delete
            POST   | /task/any/variables
            PUT    | /task/any/variables/familyId
            DELETE | /task/any/variables/familyId
            POST   | /task/any/localVariables
            PUT    | /task/any/localVariables/familyId
            POST   | /task/any/bpmnError
            POST   | /task/any/bpmnEscalation
            PUT    | /process-instance/any/variables/familyId
            POST   | /process-instance/any/variables
            POST   | /process-instance/any/modification
            POST   | /process-instance/any/comment/create
            DELETE | /process-instance/any
            POST   | /process-instance/delete
            POST   | /process-instance/message-async
            PUT    | /process-instance/any/suspended
            POST   | /execution/any/signal
            POST   | /execution/any/messageSubscriptions/any/trigger
            PUT    | /execution/any/localVariables/familyId
            POST   | /execution/any/create-incident
            POST   | /job/any/execute
            PUT    | /job/any/duedate
            PUT    | /job/any/suspended
            DELETE | /job/any
            POST   | /job/retries
            POST   | /message
            POST   | /signal
            POST   | /condition
            POST   | /modification/execute
            POST   | /migration/execute
            POST   | /process-definition/any/restart
            POST   | /user/create
            PUT    | /user/amina.khan/profile
            PUT    | /user/amina.khan/credentials
            DELETE | /user/amina.khan
            POST   | /group/create
            PUT    | /group/camunda-admin/members/amina.khan
            DELETE | /group/camunda-admin/members/alex.admin
            POST   | /authorization/create
            PUT    | /authorization/any
            DELETE | /authorization/any
            POST   | /tenant/create
            POST   | /identity/verify
            POST   | /identity/password-policy
            POST   | /external-task/fetchAndLock
            POST   | /external-task/any/complete
            PUT    | /metrics
            POST   | /telemetry/configuration
            PUT    | /batch/any/suspended
            DELETE | /batch/any
            """)
    void is_closed_for_everybody_even_for_administrators(String method, String path) {
        for (String account : List.of("alex.admin", "ruth.king", "amina.khan")) {
            for (String way : WAYS) {
                assertThat(browser(account).json(method, way + path, "{}").statusCode())
                        .as("%s %s%s for %s", method, way, path, account)
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /process-instance
            GET  | /process-instance/any/variables
            POST | /process-instance
            GET  | /execution
            GET  | /variable-instance
            POST | /variable-instance
            GET  | /deployment
            GET  | /deployment/any/resources
            GET  | /history/process-instance
            POST | /history/process-instance
            GET  | /history/variable-instance
            GET  | /history/detail
            GET  | /history/task
            GET  | /job
            GET  | /job/any/stacktrace
            PUT  | /job/any/retries
            GET  | /incident
            GET  | /authorization
            GET  | /decision-definition
            GET  | /task/any/variables
            GET  | /task/any/localVariables
            GET  | /metrics
            GET  | /version
            GET  | /process-definition/statistics
            GET  | /process-definition/statistics/
            HEAD | /process-definition/statistics
            GET  | /process-definition/key/referral/statistics
            OPTIONS | /task
            OPTIONS | /process-definition/any
            GET  | /event-subscription
            POST | /filter/create
            PUT  | /filter/any
            DELETE | /filter/any
            """)
    void is_open_for_administrators_only(String method, String path) {
        for (String account : everybody()) {
            boolean administrator = account.equals("alex.admin");
            for (String way : WAYS) {
                int status = browser(account).json(method, way + path, "{}").statusCode();
                assertThat(status == 403)
                        .as("%s %s%s for %s is refused (%s)", method, way, path, account, status)
                        .isEqualTo(!administrator);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /engine-rest/engine                                               | 200
            GET  | /camunda/app/tasklist/default/                                    | 200
            GET  | /camunda/api/admin/auth/user/default                              | 200
            GET  | /camunda/api/engine/engine/                                       | 200
            GET  | /camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true&maxResults=15 | 200
            POST | /camunda/api/engine/engine/default/task?maxResults=5              | 200
            POST | /camunda/api/engine/engine/default/task/count                     | 200
            GET  | /camunda/api/engine/engine/default/task/count                     | 200
            GET  | /camunda/api/engine/engine/default/process-definition?latest=true&maxResults=15 | 200
            GET  | /camunda/api/engine/engine/default/process-definition/count       | 200
            GET  | /camunda/api/engine/engine/default/process-definition/key/referral/startForm | 200
            GET  | /camunda/api/engine/engine/default/user/count                     | 200
            OPTIONS | /camunda/api/engine/engine/default/filter                      | 200
            GET  | /camunda/api/engine/engine/default/identity/groups?userId=amina.khan | 200
            GET  | /camunda/api/engine/engine/default/task/unknown                   | 404
            """)
    void is_open_because_tasklist_needs_it(String method, String path, int status) {
        assertThat(browser("amina.khan").json(method, path, "{}").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/admin/plugin/adminPlugins/default/metrics"
            })
    void the_operators_pages_are_closed_for_practitioners(String path) {
        everybody().stream()
                .filter(account -> !account.equals("alex.admin"))
                .forEach(account -> assertThat(browser(account).get(path).statusCode())
                        .as("%s for %s", path, account)
                        .isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/families",
                "/families/F-000001",
                "/imports",
                "/notifications",
                "/models",
                "/history",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/actuator/sbom",
                "/operations",
                "/api/openapi",
                "/swagger-ui/index.html",
                "/camunda/",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/default/",
                "/camunda/lib/deps.js",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/cockpit/plugin/base/static/app/plugin.css",
                "/engine-rest/version",
                "/nothing-of-this-name"
            })
    void nobody_gets_anything_without_signing_in(String path) {
        var answer = signedIn.nobody().get(path);

        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isIn(302, 401);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in"));
        }
    }

    @Test
    void only_the_sign_in_page_and_the_sign_of_life_are_open() {
        assertThat(signedIn.nobody().get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(signedIn.nobody().get("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    }

    /** An id is written as it is, so that nothing that is closed can be asked for in its place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-definition/%73tatistics",
                "/process-definition/statistic%73",
                "/process-definition/statistics%20",
                "/process-definition/statistics;x=1",
                "/process-definition//statistics",
                "/process-definition/x/../statistics",
                "/process-definition/./statistics",
                "/process-definition/key%2Freferral%2Fstatistics",
                "/Process-Definition/statistics",
                "/task/report",
                "/task/report/candidate-group-count",
                "/task/x%2Fvariables",
                "/task/x%00"
            })
    void what_is_closed_cannot_be_read_in_the_place_of_an_id(String path) {
        for (String way : WAYS) {
            for (String method : List.of("GET", "HEAD")) {
                var answer = browser("amina.khan").json(method, way + path, "");
                assertThat(answer.statusCode()).as("%s %s%s", method, way, path).isIn(400, 403, 404);
                assertThat(answer.body()).doesNotContain("instances");
            }
        }
    }

    /** What a filter does not understand it must not let through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/%74ask/create",
                "/engine-rest/./task/create",
                "/engine-rest/x/../task/create",
                "/engine-rest//task/create",
                "/engine-rest/task;x=1/create",
                "/engine-rest/task%2Fcreate",
                "/engine-rest/task/create/",
                "/engine-rest/task/create?x=/task/count",
                "/engine-rest/engine/default/engine/default/task/create",
                "/engine-rest/engine/other/task",
                "/camunda/api/%65ngine/engine/default/task/create",
                "/camunda/%61pi/engine/engine/default/task/create",
                "/camunda/api/engine/engine/other/task",
                "/camunda//api/engine/engine/default/task/create",
                "/CAMUNDA/api/engine/engine/default/task/create"
            })
    void a_door_is_not_passed_by_writing_it_differently(String path) {
        assertThat(browser("amina.khan").json("POST", path, "{}").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(jdbc.sql("select count(*) from act_ru_task where proc_inst_id_ is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_task_list_is_not_made_by_pretending_another_method() {
        var request = browser("amina.khan")
                .request("/engine-rest/task?maxResults=9")
                .header("X-HTTP-Method-Override", "DELETE")
                .GET();

        assertThat(browser("amina.khan").send(request).statusCode()).isEqualTo(200);
        assertThat(browser("amina.khan").json("TRACE", "/engine-rest/task", "").statusCode())
                .isIn(400, 403, 405);
    }

    private SignedIn.Browser browser(String account) {
        return browsers.computeIfAbsent(account, signedIn::as);
    }
}
