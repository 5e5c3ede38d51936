package dev.eventtester.export;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The shell that a user would paste a command into. */
public final class Bash {

    private Bash() {}

    /** Gives what a script writes, to either stream. */
    public static String run(String script, Map<String, String> variables) throws Exception {
        Path output = Files.createTempFile("bash", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", "-s");
            builder.environment().putAll(variables);
            Process bash = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (OutputStream in = bash.getOutputStream()) {
                in.write(script.getBytes(StandardCharsets.UTF_8));
            }
            bash.waitFor();
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } finally {
            Files.delete(output);
        }
    }
}
