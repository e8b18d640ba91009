package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class SignInTest {

    @Autowired
    private SignedIn signedIn;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/families", "/camunda/app/tasklist/default/", "/nothing-here"})
    void whoever_has_not_signed_in_is_sent_to_the_sign_in_page(String path) {
        var answer = signedIn.nobody().get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/referrals",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/camunda/api/engine/engine/default/task"
            })
    void whoever_has_not_signed_in_gets_nothing_from_the_interfaces(String path) {
        assertThat(signedIn.nobody().get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void a_worker_signs_in_once_for_pages_tasklist_and_rest() {
        var amina = signedIn.as("amina.khan");

        assertThat(amina.get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(amina.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(amina.get("/camunda/api/admin/auth/user/default").body()).contains("amina.khan");
        assertThat(amina.get("/camunda/api/engine/engine/default/task?maxResults=9")
                        .statusCode())
                .isEqualTo(200);
        assertThat(amina.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(200);
    }
}
