package org.familypathways.access.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.familypathways.access.Teams;
import org.familypathways.access.Workers;
import org.springframework.stereotype.Component;

/** Gives the engine our workers, our offers and our duties instead of its own. */
@Component
class AccessPlugin extends AbstractProcessEnginePlugin {

    private final Workers workers;
    private final Teams teams;
    private final WorkerGroups groups;
    private final TaskOffers offers;
    private final TaskDuties duties;

    AccessPlugin(Workers workers, Teams teams, WorkerGroups groups, TaskOffers offers, TaskDuties duties) {
        this.workers = workers;
        this.teams = teams;
        this.groups = groups;
        this.offers = offers;
        this.duties = duties;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new Identities());
        configuration.setResourceAuthorizationProvider(new TaskRights());
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new DutyChecker(duties)));
        var listeners = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = listeners == null ? new ArrayList<>() : listeners;
        all.add(new TaskOfferParser(offers, duties));
        configuration.setCustomPreBPMNParseListeners(all);
    }

    private final class Identities implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new EngineIdentities(workers, teams, groups);
        }
    }
}
