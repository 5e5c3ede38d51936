package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.json.TooDeepException;
import dev.eventtester.mapping.directive.Budget;
import dev.eventtester.mapping.directive.DirectiveException;
import dev.eventtester.mapping.directive.Evaluation;
import dev.eventtester.mapping.directive.Expression;
import dev.eventtester.mapping.directive.Trace;
import dev.eventtester.mapping.directive.Values;
import dev.eventtester.mapping.lint.Finding;
import dev.eventtester.mapping.lint.Linter;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A compiled mapping. Immutable and thread-safe; it keeps no reference to what it was compiled from.
 *
 * <p>Work and nesting are limited, whatever the mapping and the event: what exceeds a limit ends in an error that names
 * it, at compilation in {@link #errors()} and at evaluation in a {@link MappingException}.
 */
public final class Mapping {

    private final JsonNode source;
    private final Program program;
    private final Set<String> paths;

    private Mapping(JsonNode source, Program program, Set<String> paths) {
        this.source = source;
        this.program = program;
        this.paths = paths;
    }

    /**
     * Compiles a mapping. Never throws for its content: what is wrong with it is in {@link #errors()}.
     *
     * @param mapping any JSON value; not null
     */
    public static Mapping compile(JsonNode mapping) {
        Budget budget = new Budget();
        Compiler compiler = new Compiler(budget);
        JsonNode copy = MissingNode.getInstance();
        try {
            copy = Values.privateCopy(mapping, budget);
            Program program = Program.of(copy, compiler, budget);
            return new Mapping(copy, program, Collections.unmodifiableSet(compiler.paths()));
        } catch (DirectiveException limit) {
            Program refused = new Program(List.of(new MappingError("", limit.getMessage())), null);
            return new Mapping(copy, refused, Set.of());
        }
    }

    /** What keeps the mapping from running, in the order in which it is reported; empty if it can run. */
    public List<MappingError> errors() {
        return program.errors();
    }

    /**
     * The value for an event.
     *
     * @param event an object, or a missing node, which counts as an empty one; it is not modified
     * @param clock what {@code @liquid} takes as the current time
     * @return a value that shares nothing mutable with the event; a missing node if the mapping resolves to nothing.
     *     Elements of arrays that resolved to nothing are missing nodes and are written as null.
     * @throws MappingException if there are {@link #errors()}, one message a line, or if the evaluation fails
     */
    public JsonNode resolve(JsonNode event, InstantSource clock) {
        return run(event, new Evaluation(clock, null));
    }

    /** As {@link #resolve}, with the origin of every field. Never throws for content: a failure is in the result. */
    public Resolution explain(JsonNode event, InstantSource clock) {
        Trace trace = new Trace();
        try {
            JsonNode value = run(event, new Evaluation(clock, trace));
            return new Resolution(value, null, fields(trace, value));
        } catch (MappingException failure) {
            String message = failure.getMessage();
            MissingNode nothing = MissingNode.getInstance();
            List<Provenance> field = trace.failed(message).map(at -> provenance(at, nothing)).stream()
                    .toList();
            return new Resolution(nothing, message, field);
        }
    }

    private static Provenance provenance(Trace.Entry entry, JsonNode result) {
        Trace.Field field = entry.field();
        return new Provenance(field.name(), field.from(), field.in(result), entry.because());
    }

    /** A mapping that is one directive may have no fields of its own; it is explained as a whole. */
    private List<Provenance> fields(Trace trace, JsonNode value) {
        List<Provenance> fields =
                trace.entries().stream().map(entry -> provenance(entry, value)).toList();
        if (!fields.isEmpty() || program.root() instanceof Expression.Members) {
            return fields;
        }
        String because = value.isMissingNode() ? trace.reason() : null;
        return List.of(new Provenance("", program.root().origin(), value, because));
    }

    private JsonNode run(JsonNode event, Evaluation run) {
        try {
            return program.evaluate(event, run);
        } catch (DirectiveException | TooDeepException failure) {
            throw new MappingException(failure.getMessage());
        }
    }

    /** What the mapping says but does not do. */
    public List<MappingWarning> warnings() {
        Budget budget = new Budget();
        return Linter.check(source, budget, directive -> messages(Validation.check(directive, budget))).stream()
                .map(Mapping::warning)
                .toList();
    }

    private static List<String> messages(List<MappingError> errors) {
        return errors.stream().map(MappingError::message).toList();
    }

    private static MappingWarning warning(Finding found) {
        return new MappingWarning(found.code(), found.place().pointer(), found.consequence(), found.rewrite());
    }

    /**
     * The paths of the event that the mapping reads, keys joined with dots, {@code []} after an array whose items are
     * read, empty for the whole event. Paths that are made at run time are not among them.
     */
    public Set<String> paths() {
        return paths;
    }
}
