package org.familypathways.access.web;

import java.util.HashMap;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.SignInSteps;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Administrators see of what the health is made; roles are asked of the database, so no setting can say this. */
@Component
class HealthDetails implements HealthEndpointGroupsPostProcessor {

    private final Permissions permissions;
    private final SignInSteps steps;

    HealthDetails(Permissions permissions, SignInSteps steps) {
        this.permissions = permissions;
        this.steps = steps;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        var shown = new HashMap<String, HealthEndpointGroup>();
        groups.getNames().forEach(name -> shown.put(name, new ForAdministrators(groups.get(name))));
        return HealthEndpointGroups.of(new ForAdministrators(groups.getPrimary()), shown);
    }

    private boolean isAdministrator() {
        return steps.areDone(SecurityContextHolder.getContext().getAuthentication())
                && permissions.holdsAny(PracticeRole.ADMINISTRATOR);
    }

    private final class ForAdministrators implements HealthEndpointGroup {

        private final HealthEndpointGroup group;

        ForAdministrators(HealthEndpointGroup group) {
            this.group = group;
        }

        @Override
        public boolean isMember(String name) {
            return group.isMember(name);
        }

        @Override
        public boolean showComponents(SecurityContext context) {
            return isAdministrator();
        }

        @Override
        public boolean showDetails(SecurityContext context) {
            return isAdministrator();
        }

        @Override
        public StatusAggregator getStatusAggregator() {
            return group.getStatusAggregator();
        }

        @Override
        public HttpCodeStatusMapper getHttpCodeStatusMapper() {
            return group.getHttpCodeStatusMapper();
        }

        @Override
        public AdditionalHealthEndpointPath getAdditionalPath() {
            return group.getAdditionalPath();
        }
    }
}
