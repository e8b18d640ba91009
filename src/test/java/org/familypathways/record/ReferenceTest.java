package org.familypathways.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class ReferenceTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void references_have_six_digits_and_go_on_after_the_first_million() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("create temporary sequence many start 999999").update();
            assertThat(next()).isEqualTo("N-999999");
            assertThat(next()).isEqualTo("N-1000000");
            jdbc.sql("create temporary sequence few").update();
            assertThat(jdbc.sql("select next_reference('F', 'few')")
                            .query(String.class)
                            .single())
                    .isEqualTo("F-000001");
            status.setRollbackOnly();
        });
    }

    private String next() {
        return jdbc.sql("select next_reference('N', 'many')")
                .query(String.class)
                .single();
    }
}
