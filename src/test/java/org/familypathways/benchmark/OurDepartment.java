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
import org.familypathways.engine.PathwayStarts;
import org.familypathways.record.Arrivals;
import org.familypathways.record.NewChild;
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
    private final FilledForms forms = new FilledForms();
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

    OurDepartment(ProcessEngine engine, PathwayStarts pathways, Arrivals arrivals) {
        super(engine);
        this.pathways = pathways;
        this.arrivals = arrivals;
    }

    @Override
    String begin(Journey journey) {
        return journey.beginsWith().isEmpty() ? beginByForm(journey) : beginByMessage(journey);
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

    private String beginByMessage(Journey journey) {
        String number = "J" + CHILDREN.incrementAndGet();
        var child = new NewChild("Robin", "Example", LocalDate.of(2018, 5, 3), null, "U", number, null);
        String familyId = arrivals.open(List.of(child), "north").get(number).familyId();
        signedIn("", account -> pathways.announce(journey.beginsWith(), familyId, journey.carried()));
        return familyId;
    }

    @Override
    Map<String, Object> answers(Journey journey, Task task) {
        return forms.answers(FilledForms.step(task), journey.answers().get(FilledForms.step(task)));
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
