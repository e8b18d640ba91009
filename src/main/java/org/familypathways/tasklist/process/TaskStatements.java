package org.familypathways.tasklist.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The statements by which the engine finds and counts tasks, as {@code tasks.xml} has them. What a query asks for stays
 * as the engine has it; rights and offers are looked up instead of joined, so that no task appears twice on the way and
 * none has to be taken out again.
 *
 * <p>The engine's text is taken from the engine while it starts. If it is not what we know, the application does not
 * start, because a list that shows too much or too little would be worse.
 */
public final class TaskStatements {

    static final String BROAD_RIGHTS = "selectBroadRights";

    private static final String OURS = "org.familypathways.tasklist.Tasks.";
    private static final String MAPPER = "org/familypathways/tasklist/process/tasks.xml";
    private static final String ENGINE = "org.camunda.bpm.engine.impl.persistence.entity.";
    private static final String JOINED = "@" + TaskStatements.class.getName() + "@linksAreJoined(queries)";
    private static final Map<String, String> REPLACED = Map.of(
            "selectTaskByQueryCriteria", "selectVisibleTasks", "selectTaskCountByQueryCriteria", "countVisibleTasks");

    private final Configuration mapping;
    private final Element criteria;

    private TaskStatements(Configuration mapping, Element criteria) {
        this.mapping = mapping;
        this.criteria = criteria;
    }

    /** To be called when the engine has read its own statements, and before it asks the first. */
    static void replaceIn(ProcessEngineConfigurationImpl engine) {
        Configuration mapping = engine.getSqlSessionFactory().getConfiguration();
        XNode known = mapping.getSqlFragments().get(ENGINE + "TaskEntity.selectTaskByQueryCriteriaSql");
        var criteria = (Element) known.getNode().cloneNode(true);
        new TaskStatements(mapping, criteria).rewrite();
        mapping.getSqlFragments().put(OURS + "criteria", known.newXNode(criteria));
        read(mapping);
        // the engine shares its own map among all engines in this process
        var statements = new HashMap<>(engine.getDbSqlSessionFactory().getStatementMappings());
        statements.putAll(REPLACED);
        engine.getDbSqlSessionFactory().setStatementMappings(statements);
    }

    private static void read(Configuration mapping) {
        var mapper = TaskStatements.class.getClassLoader().getResourceAsStream(MAPPER);
        new XMLMapperBuilder(mapper, mapping, MAPPER, mapping.getSqlFragments()).parse();
        // refused here rather than with the first list, should a part that it includes be missing
        REPLACED.values().forEach(mapping::getMappedStatement);
        mapping.getMappedStatement(BROAD_RIGHTS);
    }

    private void rewrite() {
        Element links = only("//if[@test='I_JOIN']");
        links.setAttribute("test", "I_JOIN && " + JOINED);

        Element offered = only("//trim[text()[contains(., \"I.TYPE_ = 'candidate'\")]]");
        offered.getParentNode()
                .insertBefore(
                        unlessJoined(
                                "exists (select 1 from ${prefix}ACT_RU_IDENTITYLINK I where I.TASK_ID_ = RES.ID_ and"),
                        offered);
        offered.getParentNode().insertBefore(unlessJoined(")"), offered.getNextSibling());

        Node rights = only("//include[@refid='" + ENGINE + "AuthorizationEntity.authCheckJoinWithoutOnClause']")
                .getParentNode();
        rights.getParentNode().removeChild(rights);

        only("//include[@refid='" + ENGINE + "AuthorizationEntity.contextualAuthorizationCheck']")
                .setAttribute("refid", OURS + "visible");

        if (criteria.getTextContent().contains("AUTH.")) {
            throw unknown("the rights are joined more than once");
        }
    }

    private Element unlessJoined(String sql) {
        Element condition = criteria.getOwnerDocument().createElement("if");
        condition.setAttribute("test", "!" + JOINED);
        condition.setTextContent(" " + sql + " ");
        return condition;
    }

    private Element only(String path) {
        try {
            var found = (NodeList)
                    XPathFactory.newInstance().newXPath().evaluate("." + path, criteria, XPathConstants.NODESET);
            if (found.getLength() != 1) {
                throw unknown("%d times %s".formatted(found.getLength(), path));
            }
            return (Element) found.item(0);
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException unknown(String what) {
        return new IllegalStateException(
                "The engine finds tasks by a statement that this application does not know: " + what);
    }

    /**
     * Called by the statement. Two parts of a query that both ask for offers mean one and the same offer, so that the
     * offers have to be joined for them, as the engine does.
     */
    public static boolean linksAreJoined(List<TaskQueryImpl> queries) {
        return queries.stream().anyMatch(query -> query.getInvolvedUser() != null)
                || queries.stream().filter(TaskStatements::asksForOffers).count() > 1;
    }

    /** Whether what somebody else lends them could be closed to that other person. Asked by the statement. */
    public static boolean mayBeDeputy(AuthorizationCheck check) {
        return check.getShouldPerformAuthorizatioCheck()
                && (!(check instanceof BroadRightsCheck broad) || broad.isDeputy());
    }

    /** Called by the statement: whether a task may be found more than once. */
    public static boolean repeats(List<TaskQueryImpl> queries, List<QueryOrderingProperty> orderings) {
        return linksAreJoined(queries) || orderings.stream().anyMatch(ordering -> ordering.getRelation() != null);
    }

    private static boolean asksForOffers(TaskQueryImpl query) {
        return query.getCandidateUser() != null
                || query.getCandidateGroups() != null
                || query.getCandidateGroupLike() != null
                || query.isWithCandidateGroups()
                || query.isWithCandidateUsers();
    }
}
