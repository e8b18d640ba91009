package org.familypathways.home.web;

import java.util.ArrayList;
import java.util.List;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.DemoMode;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.SignInSteps;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.intake.CensusImporters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What {@code layout.html} puts around every page: who is signed in, and where they can go. */
@Component("pageFrame")
public class PageFrame {

    private final Workers workers;
    private final Permissions permissions;
    private final SignInSteps steps;
    private final String version;
    private final boolean demo;

    PageFrame(
            Workers workers,
            Permissions permissions,
            SignInSteps steps,
            ObjectProvider<BuildProperties> build,
            Environment environment) {
        this.workers = workers;
        this.permissions = permissions;
        this.steps = steps;
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "" : String.valueOf(built.getVersion());
        this.demo = DemoMode.isOn(environment);
    }

    /** One entry of the menu; active while a page below its path is shown. */
    public record Place(String title, String path, boolean active) {}

    /** Nobody on the page for signing in, nor while the database does not answer and a page has to say so. */
    public @Nullable Worker worker() {
        try {
            return CurrentWorker.accountId().flatMap(workers::find).orElse(null);
        } catch (DataAccessException e) {
            return null;
        }
    }

    /** None before the worker has signed in wholly. */
    public List<Place> places() {
        if (!steps.areDone(SecurityContextHolder.getContext().getAuthentication())) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        places.add(place("Home", "/"));
        places.add(place("My work", "/camunda/app/tasklist/default/"));
        places.add(place("Families", "/families"));
        places.add(place("Notifications", "/notifications"));
        if (permissions.holdsAny(CensusImporters.ROLES)) {
            places.add(place("Import", "/imports"));
        }
        if (permissions.holdsAny(PracticeRole.ADMINISTRATOR)) {
            places.add(place("People", "/people"));
            places.add(place("Operations", "/operations"));
        }
        return places;
    }

    /** Whether nobody here is real. */
    public boolean isDemo() {
        return demo;
    }

    public String version() {
        return version;
    }

    private static Place place(String title, String path) {
        String here = here();
        return new Place(title, path, here.equals(path) || path.length() > 1 && here.startsWith(path + "/"));
    }

    private static String here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest()
                        .getRequestURI()
                        .substring(request.getRequest().getContextPath().length())
                : "";
    }
}
