package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A decision is one table of values. What could compute anything more, or in another language, is refused. */
final class DecisionConventions {

    private static final String DECISIONS = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String PICTURE = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "description",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "rule",
            "inputEntry",
            "outputEntry",
            "text");
    private static final Set<String> SETTINGS = Set.of(
            "id",
            "name",
            "label",
            "namespace",
            "typeRef",
            "hitPolicy",
            "exporter",
            "exporterVersion",
            "xmlns",
            "camunda:versionTag",
            "camunda:historyTimeToLive",
            "camunda:width",
            "biodi:width",
            "biodi:annotationsWidth");
    private static final Pattern VARIABLE = Pattern.compile("[a-z]\\w*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern VALUES = Pattern.compile("[\\w\\s.,<>=\\-\\[\\]()]*");
    private static final Pattern CALL = Pattern.compile("\\b(?!not\\b|date\\b)\\w+\\s*\\(");

    private final List<Finding> findings = new ArrayList<>();

    private DecisionConventions() {}

    /** @param path {@code bpmn/<decision>.dmn} */
    static List<Finding> check(String path, byte[] file) {
        var conventions = new DecisionConventions();
        var root = ModelDocument.root(file);
        conventions.checkDecision(root, path.substring(path.lastIndexOf('/') + 1, path.length() - ".dmn".length()));
        conventions.walk(root, path);
        return conventions.findings;
    }

    private void checkDecision(Element root, String key) {
        var decisions = root.getElementsByTagNameNS(DECISIONS, "decision");
        if (decisions.getLength() != 1
                || !((Element) decisions.item(0)).getAttribute("id").equals(key)) {
            refuse(key, "A file holds one decision, which has the id “%s”.".formatted(key));
        }
    }

    private void walk(Element element, String nearestId) {
        if (PICTURE.equals(element.getNamespaceURI())) {
            return;
        }
        String id = element.hasAttribute("id") ? element.getAttribute("id") : nearestId;
        String name = element.getLocalName();
        if (!DECISIONS.equals(element.getNamespaceURI()) || !ELEMENTS.contains(name)) {
            refuse(id, "“%s” is not allowed in a decision.".formatted(name));
        }
        checkSettings(element, id);
        if (name.equals("text")) {
            checkText(element, id);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, id);
            }
        }
    }

    private void checkSettings(Element element, String id) {
        var settings = element.getAttributes();
        for (int i = 0; i < settings.getLength(); i++) {
            String setting = settings.item(i).getNodeName();
            if (!SETTINGS.contains(setting) && !setting.startsWith("xmlns:")) {
                refuse(id, "The setting “%s” is not allowed in a decision.".formatted(setting));
            }
        }
        if (element.getLocalName().equals("decision")
                && !element.getAttribute("camunda:historyTimeToLive").equals("P36500D")) {
            refuse(id, "The history time to live must be P36500D: only our own retention removes records.");
        }
    }

    private void checkText(Element element, String id) {
        String text = element.getTextContent().strip();
        boolean asks = element.getParentNode().getLocalName().equals("inputExpression");
        String besideTexts = TEXT.matcher(text).replaceAll("");
        boolean allowed = asks
                ? VARIABLE.matcher(text).matches()
                : VALUES.matcher(besideTexts).matches()
                        && !CALL.matcher(besideTexts).find();
        if (!allowed) {
            refuse(id, "A decision holds values and comparisons, not “%s”.".formatted(text));
        }
    }

    private void refuse(String element, String sentence) {
        findings.add(new Finding(element, sentence));
    }
}
