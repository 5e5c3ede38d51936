package dev.eventtester.catalog;

import dev.eventtester.catalog.yaml.Problems;
import dev.eventtester.catalog.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The texts of definition files: those on the class path, which an index lists, and those of a mounted folder. */
final class CatalogFiles {

    private static final String ROOT = "catalog/";

    private CatalogFiles() {}

    /** The built-in files below a folder of the catalog, by their path. */
    static Map<String, String> builtIn(String folder) {
        Map<String, String> files = new LinkedHashMap<>();
        resource("index.txt")
                .lines()
                .filter(path -> path.startsWith(folder + "/"))
                .forEach(path -> {
                    files.put(path, resource(path));
                });
        return files;
    }

    /** The JSON Schema of a destination's file. */
    static String schema() {
        return resource("destination.schema.json");
    }

    private static String resource(String path) {
        try (InputStream in = CatalogFiles.class.getClassLoader().getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalStateException("The catalog lacks " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code *.yaml} and {@code *.yml} files of a folder by name, in the order of their names. */
    static Map<String, String> mounted(Path directory, Problems problems) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Path file : list(directory, problems)) {
            try {
                if (Files.size(file) > YamlFile.MAX_LENGTH) {
                    problems.add(file.toString(), "it is longer than " + YamlFile.MAX_LENGTH + " bytes");
                } else {
                    files.put(file.toString(), Files.readString(file));
                }
            } catch (IOException e) {
                problems.add(file.toString(), "it cannot be read as UTF-8 text: " + e.getMessage());
            }
        }
        return files;
    }

    private static List<Path> list(Path directory, Problems problems) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(CatalogFiles::isDefinition).sorted().toList();
        } catch (IOException e) {
            problems.add(directory.toString(), "event-tester.catalog.directory is not a readable folder");
            return List.of();
        }
    }

    // A mounted Kubernetes ConfigMap has hidden entries beside the links to its files.
    private static boolean isDefinition(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && !Files.isDirectory(file);
    }
}
