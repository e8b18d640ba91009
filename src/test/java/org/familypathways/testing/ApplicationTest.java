package org.familypathways.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the real application, engine and PostgreSQL. All such tests share one application and one database: each
 * makes families of its own and leaves them. Jobs run when the test runs them, and time stands where the test puts it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({SettableClock.class, Work.class, FlowCoverage.class, IdentityProvider.class})
@ExtendWith(SettableClock.Reset.class)
public @interface ApplicationTest {}
