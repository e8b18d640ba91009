package org.familypathways.testing;

import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine as it comes, on the database of the application, with the same people in it. For questions only: what it
 * answers is what an engine without anything of ours would answer. It joins the transaction of the caller, and gives a
 * statement up that takes longer than {@link #PATIENCE}.
 */
public final class StockEngine {

    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private StockEngine() {}

    public static ProcessEngine beside(
            ProcessEngine application, DataSource database, PlatformTransactionManager transactions) {
        var ours = (ProcessEngineConfigurationImpl) application.getProcessEngineConfiguration();
        var stock = new SpringTransactionsProcessEngineConfiguration();
        stock.setProcessEngineName("stock");
        stock.setDataSource(database);
        stock.setTransactionManager(transactions);
        stock.setDatabaseType("postgres");
        stock.setDatabaseSchemaUpdate("false");
        stock.setHistory("full");
        stock.setJobExecutorActivate(false);
        stock.setMetricsEnabled(false);
        stock.setTaskMetricsEnabled(false);
        stock.setAuthorizationEnabled(true);
        stock.setJdbcStatementTimeout((int) PATIENCE.toSeconds());
        stock.setAuthorizationCheckRevokes(ours.getAuthorizationCheckRevokes());
        stock.setHistoryRemovalTimeStrategy("none");
        stock.setHistoryCleanupStrategy("endTimeBased");
        stock.setIdentityProviderSessionFactory(ours.getIdentityProviderSessionFactory());
        stock.setExpressionManager(ours.getExpressionManager());
        return stock.buildProcessEngine();
    }
}
