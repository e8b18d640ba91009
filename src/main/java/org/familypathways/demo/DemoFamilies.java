package org.familypathways.demo;

import org.familypathways.access.DemoMode;
import org.familypathways.record.Children;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo families with the first start, all of them or none, before the engine begins to work by itself. Left
 * out where {@code familypathways.demo-families=false} says so.
 */
@Component
@Conditional(DemoMode.class)
class DemoFamilies implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoFamilies.class);
    private static final String FIRST_CHILD = "DEMO1";

    private final DemoStories stories;
    private final Children children;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final boolean wanted;

    DemoFamilies(
            DemoStories stories,
            Children children,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Environment environment) {
        this.stories = stories;
        this.children = children;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wanted = environment.getProperty("familypathways.demo-families", Boolean.class, true);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            make();
        }
    }

    /** Once, however often it is asked for and by however many nodes. */
    void make() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('demo families', 0)) is null")
                    .query(Boolean.class)
                    .single();
            if (children.findByAuthorityChildId(FIRST_CHILD).isEmpty()) {
                tell();
                log.info("Made synthetic demo families; nobody in them exists");
            }
        });
    }

    private void tell() {
        stories.aContactThatCameInToday();
        stories.aReferralThatWaitsTooLongForItsDecision();
        stories.anEnquiryThatAwaitsItsStrategyDiscussion();
        stories.anEnquiryUnderWay();
        stories.aConferenceThatIsBooked();
        stories.aConferenceThatIsToday();
        stories.aConferenceThatWasHeld();
        stories.anOfferThatIsToBeMade();
        stories.aFamilyThatIsPreparedForItsConference();
        stories.aFamilyWithItsOwnPlan();
        stories.aFamilyThatOnlyNamedPeopleSee();
    }
}
