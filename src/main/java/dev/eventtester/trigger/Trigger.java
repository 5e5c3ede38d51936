package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.trigger.condition.Finding;
import dev.eventtester.trigger.condition.Group;
import dev.eventtester.trigger.condition.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A trigger in the language FQL: parsed once, then evaluated against any number of events, with the reference engine's
 * reading of every surprising text. Immutable and safe for any number of threads.
 */
public final class Trigger {

    /** The longest text in UTF-16 units. */
    public static final int MAX_LENGTH = 16_384;

    /** The most conditions. */
    public static final int MAX_CONDITIONS = 500;

    private final String text;
    private final Group root;

    private Trigger(String text, Group root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a trigger.
     *
     * @throws InvalidTriggerException if it is none or exceeds a limit
     */
    public static Trigger parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidTriggerException(
                    "too-long", MAX_LENGTH, "the trigger is longer than " + MAX_LENGTH + " characters");
        }
        return new Trigger(text, Parser.parse(Lexer.tokens(text)));
    }

    /** The text as it was given. */
    public String text() {
        return text;
    }

    /**
     * Whether an event satisfies the trigger; a missing or null event never does.
     *
     * @throws TriggerEvaluationException where the reference engine fails too: an empty group or path was reached
     */
    public boolean matches(JsonNode event) {
        if (event.isNull() || event.isMissingNode()) {
            return false;
        }
        Verdict verdict = root.judge(event, null);
        if (verdict.error() != null) {
            throw new TriggerEvaluationException(verdict.error());
        }
        return verdict == Verdict.HOLDS;
    }

    /** The same evaluation with everything it found; it never throws for what the event or the trigger says. */
    public Explanation explain(JsonNode event) {
        if (event.isNull() || event.isMissingNode()) {
            return new Explanation(root.unreached(event), Verdict.FAILS);
        }
        List<Finding> findings = new ArrayList<>();
        Verdict verdict = root.judge(event, findings);
        return new Explanation(findings.get(0), verdict);
    }

    /** What the text says to the engine; the root is always a group. */
    public Group conditions() {
        return root;
    }

    /** The paths of the event that any condition reads, in the order of the text. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        root.collectPaths(paths);
        return paths;
    }

    /** Where the text probably does not mean what its author meant; made anew by each call. */
    public List<TriggerWarning> warnings() {
        return TriggerLinter.lint(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
