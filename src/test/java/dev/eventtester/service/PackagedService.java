package dev.eventtester.service;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, configured by its environment as in production. */
final class PackagedService implements AutoCloseable {

    private static final Path TARGET = Path.of("target");
    private static final long PATIENCE_SECONDS = 60;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;

    private PackagedService(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static PackagedService start(Map<String, String> configuration) {
        try {
            Path output = Files.createTempFile(Files.createDirectories(TARGET.resolve("it-output")), "service", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("EVENT_TESTER_"));
            configuration.forEach((key, value) -> environment.put(variable(key), value));
            return new PackagedService(builder.start(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the build made: an executable, or an archive for this Java. */
    private static List<String> command() throws IOException {
        Properties artifact = new Properties();
        try (Reader reader = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(reader);
        }
        String path = TARGET.resolve(artifact.getProperty("path")).toString();
        List<String> command = new ArrayList<>();
        if (artifact.getProperty("type").equals("native")) {
            command.add(path);
        } else {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            command.addAll(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", path));
        }
        return command;
    }

    private static String variable(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until the service is ready. */
    PackagedService awaitReady(int port) {
        return awaitHealth(port, 200);
    }

    /** Waits until the service is not ready any more. */
    void awaitStopping(int port) {
        awaitHealth(port, 503);
    }

    private PackagedService awaitHealth(int port, int status) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (health(port) != status) {
            if (ended(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new AssertionError("the service's health was never " + status + ":\n" + output());
            }
        }
        return this;
    }

    private static int health(int port) {
        URI address = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notListening) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Waits for the process to end by itself; gives its exit code. */
    int awaitExit() {
        if (!ended(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the service still runs:\n" + output());
        }
        return process.exitValue();
    }

    private boolean ended(long wait, TimeUnit unit) {
        try {
            return process.waitFor(wait, unit);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** All that it has printed. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Asks it to stop, as Kubernetes does. */
    void stop() {
        process.destroy();
    }

    /** Ends it at once, as a crash does. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        kill();
    }
}
