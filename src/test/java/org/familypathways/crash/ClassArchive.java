package org.familypathways.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.familypathways.FamilyPathwaysApplication;
import org.springframework.util.FileSystemUtils;

/**
 * The classes of the application as the JDK keeps them between starts, so that a process which is killed and started over
 * and over needs a third less of the processor each time. Where no archive can be made, it starts as ever.
 */
final class ClassArchive {

    private static final Path PLACE = Path.of("target", "class-archive").toAbsolutePath();
    private static final Path ARCHIVE = PLACE.resolve("application.jsa");
    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.timezone=UTC");

    private static List<String> command;

    private ClassArchive() {}

    /** The command that starts the application, up to its settings. */
    static synchronized List<String> command() throws Exception {
        if (command == null) {
            Files.createDirectories(PLACE);
            Files.deleteIfExists(ARCHIVE);
            String classPath = classPathOfArchives();
            make(classPath);
            command = command(classPath, "-XX:SharedArchiveFile=" + ARCHIVE, "-Xshare:auto", "-Xlog:cds=off");
        }
        return command;
    }

    private static List<String> command(String classPath, String... options) {
        var command = new ArrayList<>(JVM);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, FamilyPathwaysApplication.class.getName()));
        return command;
    }

    /** Starts the application once and lets it end by itself. */
    private static void make(String classPath) throws Exception {
        var once = command(
                classPath, "-XX:ArchiveClassesAtExit=" + ARCHIVE, "-Xlog:cds=off", "-Dspring.context.exit=onRefresh");
        Path data = Files.createTempDirectory(PLACE, "data");
        once.add("--familypathways.demo=true");
        once.add("--familypathways.demo-families=false");
        once.add("--familypathways.embedded-database.directory=" + data.resolve("postgres"));
        once.add("--server.port=" + RunningApplication.freePort());
        var process = new ProcessBuilder(once)
                .redirectErrorStream(true)
                .redirectOutput(PLACE.resolve("application.log").toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        // it ends without looking after its database
        if (Files.exists(data.resolve("postgres").resolve("postmaster.pid"))) {
            DatabaseServer.kill(data.resolve("postgres"));
        }
        FileSystemUtils.deleteRecursively(data);
        if (!Files.exists(ARCHIVE)) {
            System.out.println("No archive of classes could be made; see " + PLACE.resolve("application.log"));
        }
    }

    /** An archive of classes can be made of jars only. */
    private static String classPathOfArchives() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(entry -> Files.isDirectory(Path.of(entry)) ? packed(entry) : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String packed(String directory) {
        String jar = PLACE.resolve(Path.of(directory).getFileName() + ".jar").toString();
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar, "-C", directory, ".");
        if (failed != 0) {
            throw new UncheckedIOException(new IOException("The classes could not be packed: " + directory));
        }
        return jar;
    }
}
