package dev.eventtester.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LiquidConcurrencyTest {

    private static final int THREADS = 8;
    private static final int RENDERINGS = 500;

    private final Liquid template = Liquid.compile("{% assign x = n | times: 2 %}{% capture c %}{{ x }}{% endcapture %}"
            + "{% increment i %}{% increment i %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}"
            + "{% if c == x %}no{% else %}{{ c | append: n }}{% endif %}{% break %}never");

    @Test
    void one_template_renders_for_many_threads_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t * RENDERINGS;
                tasks.add(() -> renderings(first));
            }
            List<Future<List<String>>> results = threads.invokeAll(tasks);
            for (int t = 0; t < THREADS; t++) {
                assertThat(results.get(t).get()).isEqualTo(expected(t * RENDERINGS));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> renderings(int first) {
        List<String> texts = new ArrayList<>();
        for (int n = first; n < first + RENDERINGS; n++) {
            JsonNode event = JsonNodeFactory.instance.objectNode().put("n", n);
            texts.add(template.render(event, SampleEvent.CLOCK));
        }
        return texts;
    }

    private static List<String> expected(int first) {
        List<String> texts = new ArrayList<>();
        for (int n = first; n < first + RENDERINGS; n++) {
            texts.add("01ab" + 2 * n + n);
        }
        return texts;
    }
}
