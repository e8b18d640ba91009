package org.familypathways.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Arrivals;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** The department on the whole application: records, facts, clocks, notifications, rights. */
@Component
class OurDepartment extends Department {

    private static final AtomicLong CHILDREN = new AtomicLong(System.nanoTime() / 1_000);

    private final PathwayStarts pathways;
    private final Arrivals arrivals;
    private final NetworkMembers network;
    private final Involvements involvements;
    private final FilledForms forms = new FilledForms();
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

    OurDepartment(
            ProcessEngine engine,
            PathwayStarts pathways,
            Arrivals arrivals,
            NetworkMembers network,
            Involvements involvements) {
        super(engine);
        this.pathways = pathways;
        this.arrivals = arrivals;
        this.network = network;
        this.involvements = involvements;
    }

    @Override
    String prepare(Journey journey) {
        if (journey.beginsWith().isEmpty()) {
            return "";
        }
        String number = "J" + CHILDREN.incrementAndGet();
        var child = new NewChild("Robin", "Example", LocalDate.of(2018, 5, 3), null, "U", number, null);
        String familyId = arrivals.open(List.of(child), "north").get(number).familyId();
        network.add(familyId, new NewNetworkMember("Ash", "Example", "mother", true, null, null, null, null));
        network.add(familyId, new NewNetworkMember("Elm", "Example", "father", true, null, null, null, null));
        involvements.begin(familyId, "amina.khan", PracticeRole.SOCIAL_WORKER);
        return familyId;
    }

    @Override
    String begin(Journey journey, String prepared) {
        if (prepared.isEmpty()) {
            return beginByForm(journey);
        }
        signedIn("", account -> pathways.announce(journey.beginsWith(), prepared, journey.carried()));
        return prepared;
    }

    private String beginByForm(Journey journey) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(journey.pathways().get(0))
                .latestVersion()
                .singleResult();
        String start = journey.startEvent();
        var answers = forms.answers(start, journey.answers().get(start));
        answers.put("lastName", "Example" + CHILDREN.incrementAndGet());
        var begun = new ProcessInstance[1];
        signedIn(start, account -> begun[0] = engine.getFormService().submitStartForm(definition.getId(), answers));
        return (String) engine.getRuntimeService().getVariable(begun[0].getId(), "familyId");
    }

    @Override
    Map<String, Object> answers(Journey journey, Task task) {
        return forms.answers(step(task), journey.answers().get(step(task)));
    }

    @Override
    void signedIn(String step, Work work) {
        String account = forms.worker(step);
        var context = new SecurityContextImpl(new TestingAuthenticationToken(account, null, List.of()));
        SecurityContextHolder.setContext(context);
        engine.getIdentityService().setAuthentication(account, groups.computeIfAbsent(account, this::groupsOf));
        try {
            work.as(account);
        } finally {
            engine.getIdentityService().clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }

    private List<String> groupsOf(String account) {
        return engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .toList();
    }
}
