package org.familypathways.documentation;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws a model as the modeller shows it, with the same library, in a browser without a window. */
final class ModelPicture {

    private static final Path VIEWER = Path.of("node_modules/bpmn-js/dist/bpmn-navigated-viewer.production.min.js");

    private ModelPicture() {}

    /** @return the picture as SVG */
    static String of(Page page, String model) {
        page.setContent("<div id=canvas style='width:1600px;height:900px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(read(VIEWER)));
        Object svg = page.evaluate("""
                async model => {
                  const viewer = new BpmnJS({container: '#canvas'});
                  await viewer.importXML(model);
                  return (await viewer.saveSVG()).svg;
                }""", model);
        return String.valueOf(svg);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("Run npm ci first: %s is missing".formatted(file), e);
        }
    }
}
