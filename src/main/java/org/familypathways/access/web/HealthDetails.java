package org.familypathways.access.web;

import java.util.HashMap;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.stereotype.Component;

/** Administrators see of what the health is made; roles are asked of the database, so no setting can say this. */
@Component
class HealthDetails implements HealthEndpointGroupsPostProcessor {

    private final Permissions permissions;

    HealthDetails(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        var shown = new HashMap<String, HealthEndpointGroup>();
        groups.getNames().forEach(name -> shown.put(name, new ForAdministrators(groups.get(name), permissions)));
        return HealthEndpointGroups.of(new ForAdministrators(groups.getPrimary(), permissions), shown);
    }

    private record ForAdministrators(HealthEndpointGroup group, Permissions permissions)
            implements HealthEndpointGroup {

        @Override
        public boolean isMember(String name) {
            return group.isMember(name);
        }

        @Override
        public boolean showComponents(SecurityContext context) {
            return permissions.holdsAny(PracticeRole.ADMINISTRATOR);
        }

        @Override
        public boolean showDetails(SecurityContext context) {
            return permissions.holdsAny(PracticeRole.ADMINISTRATOR);
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
