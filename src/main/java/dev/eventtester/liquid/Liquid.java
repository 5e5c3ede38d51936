package dev.eventtester.liquid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.liquid.value.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A compiled Liquid template. Immutable and safe for concurrent use.
 *
 * <p>The tags {@code case}, {@code for}, {@code include}, {@code layout}, {@code render} and {@code tablerow} are
 * disabled and refused when the template is compiled, also in branches that never run; disabled filters fail only
 * when they are executed. Unknown filters pass their value through, unknown variables are empty. Dates are shown
 * in UTC.
 */
public final class Liquid {

    private final List<Node> nodes;

    private Liquid(List<Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * Compiles a template.
     *
     * @param template the text; callers limit its length
     * @throws LiquidException when the syntax is wrong, or a tag is unknown or disabled
     */
    public static Liquid compile(String template) {
        return new Liquid(TemplateParser.parse(template));
    }

    /**
     * Renders the template. The event is never changed, not even by {@code increment}.
     *
     * @param event the scope; only its own members are visible, and anything but an object or array has none
     * @param clock the source of the words {@code now} and {@code today} in date filters
     * @throws LiquidException when a disabled filter runs, a filter refuses its input, or a limit is exceeded
     */
    public String render(JsonNode event, InstantSource clock) {
        return render(event, clock, work -> {});
    }

    /**
     * As {@link #render(JsonNode, InstantSource)}, for renderings that share a limit besides their own.
     *
     * @param meter told the work as it is done, in units of about a character copied; may throw to end it
     */
    public String render(JsonNode event, InstantSource clock, LongConsumer meter) {
        StringBuilder text = new StringBuilder();
        Node.renderAll(nodes, Context.of(event, clock, meter), text);
        return text.toString();
    }
}
