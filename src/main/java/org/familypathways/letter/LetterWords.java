package org.familypathways.letter;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts what the record says into the words of a letter. Text stays text, whatever it looks like. */
@Component
class LetterWords {

    private static final String NOT_IN_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterWords() {
        var words = new ClassLoaderTemplateResolver();
        words.setPrefix("letters/");
        words.setSuffix(".html");
        words.setTemplateMode(TemplateMode.HTML);
        words.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(words);
    }

    /** @return a whole page that is well-formed XML too */
    String write(String code, Map<String, Object> details) {
        return engine.process(code, new Context(Locale.UK, details)).replaceAll(NOT_IN_XML, "");
    }
}
