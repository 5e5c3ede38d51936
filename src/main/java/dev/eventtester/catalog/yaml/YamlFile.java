package dev.eventtester.catalog.yaml;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML file into values that know their line. Scalars are those of JSON: {@code no} and {@code 12:30} are
 * texts.
 */
public final class YamlFile {

    public static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_NESTING = 50;
    private static final int MAX_ALIASES = 1000;

    private YamlFile() {}

    /** The file's one document; empty if it cannot be read, which is then among the problems. */
    public static Optional<YamlValue> read(String file, String text, Problems problems) {
        if (text.length() > MAX_LENGTH) {
            problems.add(file, "it is longer than " + MAX_LENGTH + " characters");
            return Optional.empty();
        }
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_NESTING);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            StreamReader reader = new StreamReader(new StringReader(text));
            Node root = new Composer(new ParserImpl(reader, options), new JsonScalars(), options).getSingleNode();
            if (root == null) {
                problems.add(file, "it is empty");
                return Optional.empty();
            }
            return Optional.of(new YamlValue(root, new YamlValue.Source(file, problems)));
        } catch (MarkedYAMLException e) {
            problems.add(file, e.getProblemMark(), "it is not valid YAML: " + e.getProblem() + hint(e));
        } catch (YAMLException e) {
            problems.add(file, "it is not valid YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String hint(MarkedYAMLException e) {
        boolean quoting = !String.valueOf(e.getProblem()).contains("TAB") && !(e instanceof ComposerException);
        return quoting ? "; a text that begins with @, {, [ or \", or has one of , [ ] { } in it, is quoted" : "";
    }

    private static final class JsonScalars extends Resolver {

        private static final Pattern NULL = Pattern.compile("^(?:null|~|)$");
        private static final Pattern BOOLEAN = Pattern.compile("^(?:true|false)$");
        private static final Pattern INTEGER = Pattern.compile("^-?(?:0|[1-9][0-9]*)$");
        private static final Pattern NUMBER =
                Pattern.compile("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "n~\0");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
            addImplicitResolver(Tag.BOOL, BOOLEAN, "tf");
            addImplicitResolver(Tag.INT, INTEGER, "-0123456789");
            addImplicitResolver(Tag.FLOAT, NUMBER, "-0123456789");
        }
    }
}
