package org.familypathways.engine.gate;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Reads a model's file without ever following what it refers to. */
final class ModelDocument {

    private ModelDocument() {}

    /** @throws ModelRefused when the file is no XML, or has a document type, by which entities come in */
    static Element root(byte[] file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(file)).getDocumentElement();
        } catch (Exception e) {
            throw new ModelRefused(List.of(new Finding("model", "The file is not a model that can be read.")));
        }
    }
}
