package org.familypathways.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The one table of a run. It is printed, and written to {@code target/benchmark.md}, when the last benchmark is over. */
final class Figures implements AutoCloseable {

    private static final Path FILE = Path.of("target", "benchmark.md");

    private final List<Row> rows = new CopyOnWriteArrayList<>();

    /** @param group what the figures of one benchmark have in common, once in the table */
    void add(String group, String what, String figure) {
        rows.add(new Row(group, what, figure));
    }

    /** A number as people read it, with thousands apart and as many decimals as it deserves. */
    static String number(double value) {
        return String.format(Locale.UK, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String seconds(double value) {
        return number(value) + " s";
    }

    @Override
    public void close() {
        String table = rows.stream()
                .map(row -> "| %s | %s | %s |\n".formatted(row.group, row.what, row.figure))
                .collect(Collectors.joining("", "| | what | figure |\n|---|---|---|\n", ""));
        System.out.println("\n" + table);
        try {
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String group, String what, String figure) {}

    /** Gives every benchmark of a run the same table. */
    static final class OfThisRun implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Figures.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.create(Figures.class))
                    .computeIfAbsent(Figures.class, key -> new Figures(), Figures.class);
        }
    }
}
